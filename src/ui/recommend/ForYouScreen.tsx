import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useApp, useModel } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import { MoodBar } from '../common/Moods';
import { FilmList } from './FilmList';

const SHOWN = 50;
const CONTEXT = { place: 'for-you', predictionVisible: true } as const;

/** The best films first, with reasons; every answer given here moves the list at once. */
export function ForYouScreen() {
  const rated = useModel((state) => state.opinions.size);
  const canUndo = useModel((state) => state.canUndo);
  const undo = useModel((state) => state.undo);
  const moods = useStore(useApp().moods, ({ list }) => list.length);
  const takeBack = () => undo(CONTEXT);
  useHotkeys([
    ['u', takeBack],
    ['mod+z', takeBack],
  ]);
  return (
    <Stack gap="xs" className="for-you">
      <Group justify="space-between" align="end" wrap="nowrap">
        <Title order={1}>{rated === 0 ? 'Most people’s favourites' : 'For you'}</Title>
        <Button
          variant="subtle"
          size="sm"
          disabled={!canUndo}
          leftSection={<Undo2 size={17} aria-hidden />}
          onClick={takeBack}
        >
          Undo
        </Button>
      </Group>
      {rated === 0 && (
        <Text>
          You have not rated anything yet, so this is what people like in general.{' '}
          <Link href="/rate" className="quiet-link">
            Rate a few films
          </Link>{' '}
          and it becomes your list.
        </Text>
      )}
      {(rated > 0 || moods > 0) && <MoodBar />}
      {rated > 0 && (
        <Text c="dimmed">
          Best first: films that fit your taste, widely loved ones sooner. The figure is the chance that you
          will like it.
        </Text>
      )}
      <div className="sticky-line">
        <ChangeLine idle="Like or dislike what you have seen: the list answers at once." />
      </div>
      <VisuallyHidden>
        <Title order={2}>The films, best first</Title>
      </VisuallyHidden>
      <FilmList place="for-you" limit={SHOWN} />
    </Stack>
  );
}
