import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useMemo } from 'react';
import { type Limit, limitsToBlame } from '../../../state/list/limits';
import { useLibrary, useModel, useTuning } from '../../common/app-context';

/** Limits that are offered to be lifted one by one. */
const OFFERED = 3;

const films = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'film fits' : 'films fit'}`;

/** "in Japanese, at most 80 minutes and never Drama". */
function inARow(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function wordsOf(limits: readonly Limit[]): string {
  if (limits.length === 0) return 'What you tuned leaves nothing for this list.';
  const asked = `No film that you have not judged is ${inARow(limits.map(({ words }) => words))}.`;
  if (limits.length === 1) return asked;
  const [most] = limits;
  return most.films > 0
    ? `${asked} It is “${most.words}” above all: without it, ${films(most.films)}.`
    : `${asked} Lifting one of these is not enough.`;
}

interface NoFilmFitsProps {
  /** Whether it stands in the panel that did it, without a heading of its own. */
  brief?: boolean;
  /** Called after a limit was lifted, for the focus that was on a button that is gone. */
  onLifted: (event: MouseEvent<HTMLElement>) => void;
}

/** In place of a list that the tuning leaves empty: which limit it is, and the way to lift that one. */
export function NoFilmFits({ brief = false, onLifted }: NoFilmFitsProps) {
  const { catalogue } = useLibrary();
  const opinions = useModel((state) => state.opinions);
  const wanted = useModel((state) => state.wanted);
  const tuning = useTuning((state) => state.tuning);
  const replace = useTuning((state) => state.replace);
  const reset = useTuning((state) => state.reset);
  const limits = useMemo(
    () => limitsToBlame(catalogue, tuning, opinions, wanted),
    [catalogue, tuning, opinions, wanted],
  );
  const helping = limits.filter((limit) => limit.films > 0).slice(0, OFFERED);
  const act = (change: () => void) => (event: MouseEvent<HTMLElement>) => {
    onLifted(event);
    change();
  };
  return (
    <Stack gap="xs" py={brief ? 0 : 'lg'} align="start">
      {brief ? <Text fw={650}>No film fits</Text> : <Title order={2}>No film fits</Title>}
      <Text>{wordsOf(limits)}</Text>
      <Group gap="xs">
        {helping.map(({ words, films: count, lifted }) => (
          <Button key={words} size="compact-md" variant="light" onClick={act(() => replace(lifted))}>
            Lift “{words}” ({count.toLocaleString('en')})
          </Button>
        ))}
        <Button size="compact-md" variant="subtle" onClick={act(() => reset())}>
          Reset the tuning
        </Button>
      </Group>
      {!brief && (
        <Text size="sm" c="dimmed">
          What you rated is as it was.
        </Text>
      )}
    </Stack>
  );
}
