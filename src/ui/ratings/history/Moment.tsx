import { Button, Group, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import * as historyWords from '../../../words/en/ratings/history';
import { useModel } from '../../common/app-context';
import styles from './Moment.module.css';

const SITE = { place: 'my-ratings', predictionVisible: true } as const;

interface MomentProps {
  words: string;
  /** Whether the moment is the present. */
  present: boolean;
  /** Whether the last step of the log was a way back from here, which can be undone. */
  wentBack: boolean;
  onGoBack(): void;
  /** To the present. */
  onLeave(): void;
}

/** The moment that the slider stands at, in words, and what can be done about it. */
export function Moment({ words, present, wentBack, onGoBack, onLeave }: MomentProps) {
  const undo = useModel((state) => state.undo);
  return (
    <div className={styles.moment}>
      <Text role="status" fw={600}>
        {present ? historyWords.momentIsNow(words) : historyWords.momentIs(words)}
      </Text>
      {present ? (
        wentBack && (
          <Group gap="xs">
            <Text size="sm">{historyWords.wentBack}</Text>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Undo2 size={15} aria-hidden />}
              onClick={() => undo(SITE)}
            >
              {historyWords.undo}
            </Button>
          </Group>
        )
      ) : (
        <Group gap="xs">
          <Button size="sm" onClick={onGoBack}>
            {historyWords.goBack}
          </Button>
          <Button size="sm" variant="subtle" onClick={onLeave}>
            {historyWords.toPresent}
          </Button>
        </Group>
      )}
    </div>
  );
}
