import type { Reason, WhyRanked } from '../../../state/list/why';
import { type ClickPart, clickParts } from '../../../state/talk/click-parts';
import * as words from '../../../words/en/talk/room';
import { useLibrary } from '../../common/app-context';
import { sentence } from '../../common/sentence';
import { roundedParts } from '../../recommend/why/adding-up';
import { placeConnection } from '../../recommend/why/connection';
import styles from './SumView.module.css';

const SAID = { like: words.liked, 'so-so': words.saw, dislike: words.disliked } as const;
/** Clicks named one by one. */
const NAMED = 4;
/** A term is told where it is this share of the click's largest, and of the same sign. */
const TELLING = 1 / 3;

/** Scores in points, of which the film at the top of the list has 100. */
const points = (score: number, best: number) => Math.round((100 * score) / best);

/** "+12", "−1"; a real minus sign, so that the figures line up. */
const signed = (shown: number) => `${shown < 0 ? '−' : '+'}${Math.abs(shown)}`;

interface SumViewProps {
  why: WhyRanked;
  /** Score of the film at the top of the list. */
  best: number;
  /** A click that is struck out: not part of this sum. */
  struck?: number;
}

interface PartProps {
  click: ClickPart<Reason>;
  /** The film whose score it is. */
  film: number;
  /** Of the largest part, 0..1. */
  share: number;
  /** In points that add up. */
  shown: number;
}

/** What connects the film with a click, by the one or two terms that make most of its part; short enough for one line. */
function connections({ parts }: ClickPart<Reason>): string {
  const telling = parts.filter(({ amount }) => amount / parts[0].amount >= TELLING).slice(0, 2);
  // What the films share is read before who else saw them.
  telling.sort((a, b) => Number(b.term === 'cells') - Number(a.term === 'cells'));
  const told = telling.map((reason) =>
    placeConnection(telling.length === 1 ? reason : { ...reason, traits: reason.traits.slice(0, 2) }),
  );
  return told.filter(Boolean).join('; ');
}

/** One click's part in a score. */
function Part({ click, film, share, shown }: PartProps) {
  const { catalogue } = useLibrary();
  const { item, answer } = click.parts[0];
  return (
    <li className={styles.part} data-kind={click.amount < 0 ? 'against' : 'for'}>
      <span>
        <strong className={styles.partTitle}>{SAID[answer](catalogue.title[item])}</strong>
        <span className={styles.partSays}>{item === film ? words.thisVeryFilm : connections(click)}</span>
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

/** A score as the sum it is, in points: start, the clicks with the largest parts, the others together, and what they come to. */
export function SumView({ why, best, struck }: SumViewProps) {
  const { catalogue, effects } = useLibrary();
  const { start, contributions, item } = why;
  const clicks = clickParts(contributions);
  const named = clicks.slice(0, NAMED);
  const others = clicks.slice(NAMED);
  const rest = others.reduce((sum, { amount }) => sum + amount, 0);
  const amounts = [...named.map(({ amount }) => amount), rest];
  const shown = roundedParts(
    start / best,
    amounts.map((amount) => amount / best),
  ).map((part) => Math.round(100 * part));
  const largest = Math.max(Math.abs(clicks[0]?.amount ?? 0), 1e-9);
  const started = points(start, best);
  const total = shown.reduce((sum, part) => sum + part, started);
  return (
    <ul className={styles.sum} aria-label={words.scoreAsSum(catalogue.title[item])}>
      <li className={styles.part} data-kind="start">
        <span>
          <strong className={styles.partTitle}>{words.start}</strong>
          <span className={styles.partSays}>
            {words.peopleLike(effects.likes[item], effects.ratings[item])}
          </span>
        </span>
        <span />
        <span className={`${styles.amount} tabular`} data-testid="amount">
          {started}
        </span>
      </li>
      {struck !== undefined && (
        <li className={styles.part} data-kind="struck">
          <span>
            <del className={styles.partTitle}>{catalogue.title[struck]}</del>
            <span className={styles.partSays}>{words.neverRated}</span>
          </span>
          <span />
          <span className={`${styles.amount} tabular`} data-testid="amount">
            –
          </span>
        </li>
      )}
      {named.map((click, index) => (
        <Part
          key={click.parts[0].item}
          click={click}
          film={item}
          share={Math.abs(click.amount) / largest}
          shown={shown[index]}
        />
      ))}
      {others.length > 0 && (
        <li className={styles.part} data-kind="rest">
          <span className={styles.partTitle}>{words.moreClicks(others.length)}</span>
          <span />
          <span className={`${styles.amount} tabular`} data-testid="amount">
            {signed(shown[NAMED])}
          </span>
        </li>
      )}
      <li className={styles.part} data-kind="total">
        <strong className={styles.partTitle}>
          {contributions.length === 0 ? words.noClickYet : words.together}
        </strong>
        <span />
        <span className={`${styles.amount} tabular`} data-testid="amount">
          {sentence(words.points(total, (text) => <span className={styles.unit}>{text}</span>))}
        </span>
      </li>
    </ul>
  );
}
