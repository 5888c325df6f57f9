import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { TuningPart } from '../../../data/tuning';
import { traitName } from '../../../state/list/trait-offers';
import type { Reason } from '../../../state/list/why';
import { useLibrary } from '../../common/app-context';
import { filmAddress } from '../../common/film/film-address';
import { titleWithYear } from '../../common/film-facts';
import links from '../../common/links.module.css';
import kinds from './kinds.module.css';
import styles from './Parts.module.css';
import partStyles from './part.module.css';
import { connection, type ScorePart, signed } from './score-parts';
import { WhatIfPreview } from './WhatIfPreview';

function tunedWords(part: TuningPart): string {
  if (part.cause === 'adventure') return 'the dial beside your list';
  return `you asked for ${part.leaning} ${traitName(part.trait)}`;
}

interface ReasonWordsProps {
  reason: Reason;
  /** Whether what would be without the click is asked here. */
  asks: boolean;
  open: boolean;
  toggle: () => void;
}

function ReasonWords({ reason, asks, open, toggle }: ReasonWordsProps) {
  const { catalogue } = useLibrary();
  const title = titleWithYear(catalogue, reason.item);
  const common = connection(reason);
  const verb = reason.answer === 'so-so' ? 'saw' : `${reason.answer}d`;
  return (
    <>
      you {verb}{' '}
      <strong className={styles.film}>
        <a href={filmAddress(catalogue, reason.item)}>{title}</a>
      </strong>{' '}
      {common && <span className={partStyles.traits}>{common}</span>}{' '}
      {asks && (
        <button
          type="button"
          className={`${links.action} ${styles.whatIf}`}
          aria-expanded={open}
          aria-label={`What if I had not ${verb === 'saw' ? 'seen' : verb} ${title}?`}
          onClick={toggle}
        >
          What if I had not?
        </button>
      )}
    </>
  );
}

interface PartsProps {
  title: string;
  parts: ScorePart[];
  film: number;
  showMore: () => void;
}

const REST = { for: 'more for it', against: 'more against it', tuned: '' };

/** What speaks for a film, against it, or comes from the tuning, line by line, for whoever asked why. */
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
        {parts.map(({ key, side, shown, reason, asks = false, others, tuned }) => (
          <li key={key} className={partStyles.line}>
            <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind={side} aria-hidden="true" />
            <div>
              {reason && (
                <ReasonWords
                  reason={reason}
                  asks={asks}
                  open={opened === key}
                  toggle={() => setOpened(opened === key ? null : key)}
                />
              )}
              {others !== undefined && (
                <Button size="compact-sm" variant="subtle" className={styles.more} onClick={showMore}>
                  {others} {REST[side]}
                </Button>
              )}
              {tuned && tunedWords(tuned)}
            </div>
            <span className={`${partStyles.amount} tabular`} data-testid="amount">
              {signed(shown)}
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
