import { Button } from '@mantine/core';
import { EyeOff, Meh, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import { memo, type Ref } from 'react';
import type { Judgement } from '../../state/log/judgement';
import * as words from '../../words/en/rate/answers';
import { useModel } from '../common/app-context';
import type { Press } from '../common/presses';
import styles from './Answers.module.css';

/** What can be said of the film that is up. */
export type Verdict = Judgement['kind'];

interface AnswersProps {
  /** Gets what holds the answers. */
  ref: Ref<HTMLDivElement>;
  /** While no film is up. */
  waits: boolean;
  /** As `onUndo`: always the same function. */
  onJudge(verdict: Verdict, press: Press): void;
  onUndo(): void;
}

/** Takes the last click back; may be pressed again at once. */
export function UndoButton({ onUndo }: { onUndo(): void }) {
  const canUndo = useModel((state) => state.canUndo);
  return (
    <Button
      variant="subtle"
      data-repeats
      disabled={!canUndo}
      leftSection={<Undo2 size={18} aria-hidden />}
      onClick={onUndo}
    >
      {words.undo}
    </Button>
  );
}

/**
 * The answers to the film that is up, and the way back, for whoever rates: two large ones, the others quiet. They are the same for
 * every film, so a click does not draw them again.
 */
export const Answers = memo(({ ref, waits, onJudge, onUndo }: AnswersProps) => {
  return (
    <div className={styles.answers} ref={ref}>
      <Button
        size="lg"
        color="like"
        disabled={waits}
        leftSection={<ThumbsUp size={21} aria-hidden />}
        onClick={(press) => onJudge('like', press)}
      >
        {words.like}
      </Button>
      <Button
        size="lg"
        color="dislike"
        disabled={waits}
        leftSection={<ThumbsDown size={21} aria-hidden />}
        onClick={(press) => onJudge('dislike', press)}
      >
        {words.dislike}
      </Button>
      <div className={styles.quiet}>
        <Button
          variant="default"
          disabled={waits}
          leftSection={<Meh size={18} aria-hidden />}
          onClick={(press) => onJudge('so-so', press)}
        >
          {words.soSo}
        </Button>
        <Button
          variant="default"
          disabled={waits}
          leftSection={<EyeOff size={18} aria-hidden />}
          onClick={(press) => onJudge('unseen', press)}
        >
          {words.unseen}
        </Button>
        <UndoButton onUndo={onUndo} />
      </div>
    </div>
  );
});
