import { Button, Group } from '@mantine/core';
import type { Judgement } from '../../state/log/judgement';
import * as words from '../../words/en/ratings/list';

type Kind = Judgement['kind'];

const KINDS: readonly [kind: Kind, label: string][] = [
  ['like', words.liked],
  ['so-so', words.soSo],
  ['dislike', words.disliked],
  ['unseen', words.notSeen],
];

interface KindFilterProps {
  judgements: readonly Judgement[];
  /** The one answer whose films are shown; null for all. */
  kind: Kind | null;
  onChange(kind: Kind | null): void;
}

/** Leaves the films of one answer. Nothing where there is only one answer to choose from. */
export function KindFilter({ judgements, kind, onChange }: KindFilterProps) {
  const counted = KINDS.map(([each, label]) => {
    const films = judgements.filter((judgement) => judgement.kind === each).length;
    return { each, label, films };
  }).filter(({ films }) => films > 0);
  if (counted.length < 2 && kind === null) return null;
  const choices = [{ each: null, label: words.all, films: judgements.length }, ...counted];
  return (
    <Group gap={6} role="group" aria-label={words.answersShown}>
      {choices.map(({ each, label, films }) => (
        <Button
          key={label}
          size="compact-sm"
          variant={kind === each ? 'filled' : 'default'}
          aria-pressed={kind === each}
          onClick={() => onChange(each)}
        >
          {label} <span className="tabular">{`\u00a0${films}`}</span>
        </Button>
      ))}
    </Group>
  );
}
