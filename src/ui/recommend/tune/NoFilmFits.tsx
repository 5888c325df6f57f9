import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useMemo } from 'react';
import { type Limit, limitsToBlame } from '../../../state/list/limits';
import * as words from '../../../words/en/recommend/no-film-fits';
import { useLibrary, useModel, useTuning } from '../../common/app-context';

/** Limits that are offered to be lifted one by one. */
const OFFERED = 3;

function wordsOf(limits: readonly Limit[]): string {
  if (limits.length === 0) return words.nothingLeft;
  const asked = words.noFilmIs(limits.map((limit) => limit.words));
  if (limits.length === 1) return asked;
  const [most] = limits;
  return `${asked} ${most.films > 0 ? words.aboveAll(most.words, most.films) : words.oneNotEnough}`;
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
      {brief ? <Text fw={650}>{words.title}</Text> : <Title order={2}>{words.title}</Title>}
      <Text>{wordsOf(limits)}</Text>
      <Group gap="xs">
        {helping.map(({ words: limit, films, lifted }) => (
          <Button key={limit} size="compact-md" variant="light" onClick={act(() => replace(lifted))}>
            {words.lift(limit, films)}
          </Button>
        ))}
        <Button size="compact-md" variant="subtle" onClick={act(() => reset())}>
          {words.reset}
        </Button>
      </Group>
      {!brief && (
        <Text size="sm" c="dimmed">
          {words.ratedAsItWas}
        </Text>
      )}
    </Stack>
  );
}
