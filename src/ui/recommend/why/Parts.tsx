import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SeenAnswer } from '../../../data/opinion';
import type { MatchReason } from '../../../state/list/why';
import * as words from '../../../words/en/recommend/why';
import { useLibrary } from '../../common/app-context';
import { filmAddress } from '../../common/film/film-address';
import { titleWithYear } from '../../common/film-facts';
import links from '../../common/links.module.css';
import { sentence } from '../../common/sentence';
import { matchConnection } from './connection';
import kinds from './kinds.module.css';
import styles from './Parts.module.css';
import partStyles from './part.module.css';
import { pointsOf, type ScorePart } from './score-parts';
import { WhatIfPreview } from './WhatIfPreview';

/** What was answered, and the question what would be without it. */
const ANSWERED: Record<SeenAnswer, { said: typeof words.youLiked; whatIfNot: (film: string) => string }> = {
  like: { said: words.youLiked, whatIfNot: words.whatIfNotLiked },
  'so-so': { said: words.youSaw, whatIfNot: words.whatIfNotSeen },
  dislike: { said: words.youDisliked, whatIfNot: words.whatIfNotDisliked },
};

interface ReasonWordsProps {
  reason: MatchReason;
  open: boolean;
  toggle: () => void;
}

function ReasonWords({ reason, open, toggle }: ReasonWordsProps) {
  const { catalogue } = useLibrary();
  const title = titleWithYear(catalogue, reason.item);
  const common = matchConnection(reason);
  const { said, whatIfNot } = ANSWERED[reason.answer];
  return (
    <>
      {sentence(
        said<ReactNode>(
          <strong className={styles.film}>
            <a href={filmAddress(catalogue, reason.item)}>{title}</a>
          </strong>,
        ),
      )}{' '}
      {common && <span className={partStyles.traits}>· {common}</span>}{' '}
      <button
        type="button"
        className={`${links.action} ${styles.whatIf}`}
        aria-expanded={open}
        aria-label={whatIfNot(title)}
        onClick={toggle}
      >
        {words.whatIf}
      </button>
    </>
  );
}

interface PartsProps {
  title: string;
  parts: ScorePart[];
  film: number;
  showMore: () => void;
}

const REST = { for: words.moreForIt, against: words.moreAgainstIt };

/** What speaks for a film or against it, line by line, for whoever asked why. */
export function Parts({ title, parts, film, showMore }: PartsProps) {
  // One preview at a time: it speaks of the list as it is now.
  const [opened, setOpened] = useState<string | null>(null);
  if (parts.length === 0) return null;
  return (
    <div>
      <Text component="h4" className={styles.title}>
        {title}
      </Text>
      <ul className={styles.list}>
        {parts.map(({ key, side, shown, reason, others, general }) => (
          <li key={key} className={partStyles.line}>
            <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind={side} aria-hidden="true" />
            <div>
              {reason && (
                <ReasonWords
                  reason={reason}
                  open={opened === key}
                  toggle={() => setOpened(opened === key ? null : key)}
                />
              )}
              {others !== undefined && (
                <Button size="compact-sm" variant="subtle" className={styles.more} onClick={showMore}>
                  {REST[side](others)}
                </Button>
              )}
              {general && (side === 'for' ? words.easier : words.harder)}
            </div>
            <span className={`${partStyles.amount} tabular`} data-testid="amount">
              {pointsOf(shown)}
            </span>
            {reason && opened === key && (
              <WhatIfPreview
                click={reason.item}
                answer={reason.answer}
                film={film}
                close={() => setOpened(null)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
