import type { Reason, Why } from '../../../state/list/why';
import { useLibrary } from '../../common/app-context';
import { roundedParts } from '../../recommend/why/adding-up';
import { connection, signed } from '../../recommend/why/score-parts';
import styles from './SumView.module.css';

const VERBS = { like: 'Liked', 'so-so': 'Saw', dislike: 'Disliked' } as const;
/** Parts named one by one. */
const NAMED = 4;

interface SumViewProps {
  why: Why;
  /** A click that is struck out: not part of this sum. */
  struck?: number;
}

interface PartProps {
  reason: Reason;
  /** The film whose score it is. */
  film: number;
  /** Of the largest part, 0..1. */
  share: number;
  /** In hundredths that add up. */
  shown: number;
}

/** One answer's part in a score. */
function Part({ reason, film, share, shown }: PartProps) {
  const { catalogue } = useLibrary();
  return (
    <li className={styles.part} data-kind={reason.amount < 0 ? 'against' : 'for'}>
      <span>
        <strong className={styles.partTitle}>
          {VERBS[reason.answer]} {catalogue.title[reason.item]}
        </strong>
        <span className={styles.partSays}>
          {reason.item === film ? 'this very film' : connection(reason)}
        </span>
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(2, 100 * share)}%` }} />
      </span>
      <span className={`${styles.amount} tabular`} data-testid="amount">
        {signed(shown)}
      </span>
    </li>
  );
}

/** A score as the sum it is: start, the clicks with the largest parts, the others together, and what they come to. */
export function SumView({ why, struck }: SumViewProps) {
  const { catalogue, effects } = useLibrary();
  const { start, score, contributions, item } = why;
  const named = contributions.slice(0, NAMED);
  const others = contributions.slice(NAMED);
  const rest = others.reduce((sum, { amount }) => sum + amount, 0);
  const amounts = [...named.map(({ amount }) => amount), rest];
  const shown = roundedParts(start, amounts);
  const largest = Math.max(...contributions.map(({ amount }) => Math.abs(amount)), 1e-9);
  const two = (value: number) => (Math.round(100 * value) / 100).toFixed(2);
  return (
    <ul className={styles.sum} aria-label={`The score of ${catalogue.title[item]} as a sum`}>
      <li className={styles.part} data-kind="start">
        <span>
          <strong className={styles.partTitle}>Where it starts</strong>
          <span className={styles.partSays}>
            {effects.likes[item]} of {effects.ratings[item]} people like it
          </span>
        </span>
        <span />
        <span className={`${styles.amount} tabular`} data-testid="amount">
          {two(start)}
        </span>
      </li>
      {struck !== undefined && (
        <li className={styles.part} data-kind="struck">
          <span>
            <del className={styles.partTitle}>{catalogue.title[struck]}</del>
            <span className={styles.partSays}>never rated</span>
          </span>
          <span />
          <span className={`${styles.amount} tabular`} data-testid="amount">
            –
          </span>
        </li>
      )}
      {named.map((reason, index) => (
        <Part
          key={`${reason.term} ${reason.item}`}
          reason={reason}
          film={item}
          share={Math.abs(reason.amount) / largest}
          shown={shown[index]}
        />
      ))}
      {others.length > 0 && (
        <li className={styles.part} data-kind="rest">
          <span className={styles.partTitle}>
            {others.length} more {others.length === 1 ? 'part' : 'parts'}
          </span>
          <span />
          <span className={`${styles.amount} tabular`} data-testid="amount">
            {signed(shown[NAMED])}
          </span>
        </li>
      )}
      <li className={styles.part} data-kind="total">
        <strong className={styles.partTitle}>
          {contributions.length === 0 ? 'No click touches it yet' : 'Together'}
        </strong>
        <span />
        <span className={`${styles.amount} tabular`} data-testid="amount">
          {two(score)}
        </span>
      </li>
    </ul>
  );
}
