import { Button, Group } from '@mantine/core';
import * as words from '../../../words/en/recommend/why';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import { useListFacts } from '../list-context';

const ANSWERS = [
  { kind: 'like', label: words.like, color: 'like' },
  { kind: 'dislike', label: words.dislike, color: 'dislike' },
  { kind: 'so-so', label: words.soSo, color: 'gray' },
  { kind: 'unseen', label: words.unseen, color: 'gray' },
] as const;

/** Everything that can be said of the film whose reasons are read; saying again that it was not seen takes that back. */
export function PanelAnswers({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  const rate = useModel((state) => state.rate);
  const clear = useModel((state) => state.clear);
  const unseen = useModel((state) => state.unseen.has(item));
  const wants = useModel((state) => state.wanted.has(item));
  const want = useModel((state) => state.want);
  const { place } = useListFacts();
  const site = { place, predictionVisible: true };
  return (
    <Group gap={6} role="group" aria-label={words.yourAnswer(titleWithYear(catalogue, item))}>
      {ANSWERS.map(({ kind, label, color }) => {
        const said = kind === 'unseen' && unseen;
        return (
          <Button
            key={kind}
            size="compact-md"
            variant={said ? 'filled' : 'light'}
            color={color}
            aria-pressed={kind === 'unseen' ? unseen : undefined}
            onClick={() => (said ? clear(item, site) : rate(item, kind, site))}
          >
            {label}
          </Button>
        );
      })}
      <Button
        size="compact-md"
        variant={wants ? 'filled' : 'default'}
        aria-pressed={wants}
        onClick={() => want(item, !wants, site)}
      >
        {words.wantToSee}
      </Button>
    </Group>
  );
}
