import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { Undo2 } from 'lucide-react';
import { useRef } from 'react';
import * as words from '../../../words/en/recommend/wanted';
import { useModel } from '../../common/app-context';
import { ChangeLine } from '../../common/ChangeLine';
import { useInView, useUndoKeys } from '../../common/presses';
import { EmptyView } from '../../common/StateViews';
import { useWholePage } from '../../talk/use-whole-page';
import printed from '../share/printed.module.css';
import { ShareMenu } from '../share/ShareMenu';
import { WishesField } from '../tune/WishesField';
import { useKeptFocus } from '../use-kept-focus';
import { ListTabs } from './ListTabs';
import { WantedRow } from './WantedRow';
import styles from './WantToSee.module.css';

const SITE = { place: 'want-to-see', predictionVisible: true } as const;

/** Films that one wants to see, those first that one is likeliest to like. */
function useWanted(): { item: number; match: number }[] {
  const wanted = useModel((state) => state.wanted);
  const matchOf = useModel((state) => state.listMatchOf);
  // Another click may change the figures.
  useModel((state) => state.revision);
  return [...wanted]
    .map((item) => ({ item, match: matchOf(item) }))
    .sort((a, b) => b.match - a.match || a.item - b.item);
}

/** The films that one has said one wants to see. */
export function WantToSeeScreen() {
  const films = useWanted();
  const revision = useModel((state) => state.revision);
  const canUndo = useModel((state) => state.canUndo);
  const undo = useModel((state) => state.undo);
  const list = useRef<HTMLOListElement>(null);
  const { ref: answers } = useInView(revision);
  const ref = useMergedRef(list, answers);
  useKeptFocus(list);
  useUndoKeys(SITE);
  useWholePage('paper');
  return (
    <Stack gap="xs" className={printed.list}>
      <ListTabs>
        <ShareMenu name={words.title} films={films} />
      </ListTabs>
      <Group justify="space-between" align="end" wrap="nowrap">
        <Title order={1}>{words.title}</Title>
        <Button
          variant="subtle"
          size="sm"
          disabled={!canUndo}
          leftSection={<Undo2 size={17} aria-hidden />}
          onClick={() => undo(SITE)}
        >
          {words.undo}
        </Button>
      </Group>
      {films.length > 0 && (
        <Text c="dimmed" data-screen-only>
          {words.order}
        </Text>
      )}
      <Stack gap="xs" data-screen-only>
        <ChangeLine untuned idle="" />
        {films.length > 0 && <WishesField className={styles.wishes} />}
      </Stack>
      {films.length === 0 && (
        <EmptyView
          title={words.nothingYet}
          message={words.nothingYetMore}
          action={{ label: words.lookAtList, onClick: () => window.location.assign('#/for-you') }}
        />
      )}
      <ol className={styles.list} ref={ref} tabIndex={-1} aria-label={words.films}>
        {films.map(({ item, match }) => (
          <WantedRow key={item} item={item} match={match} />
        ))}
      </ol>
    </Stack>
  );
}
