import type { Why } from '../../../state/list/why';
import { useLibrary } from '../../common/app-context';
import { roundedParts } from '../../recommend/why/adding-up';
import { inCommon, signed } from '../../recommend/why/score-parts';

/** Clicks named one by one. */
const NAMED = 4;

interface SumViewProps {
  why: Why;
  /** A click that is struck out: not part of this sum. */
  struck?: number;
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
    <ul className="talk-sum" aria-label={`The score of ${catalogue.title[item]} as a sum`}>
      <li className="talk-part" data-kind="start">
        <span>
          <strong className="talk-part-title">Where it starts</strong>
          <span className="talk-part-says">
            {effects.likes[item]} of {effects.ratings[item]} people like it
          </span>
        </span>
        <span />
        <span className="talk-amount tabular">{two(start)}</span>
      </li>
      {struck !== undefined && (
        <li className="talk-part" data-kind="struck">
          <span>
            <del className="talk-part-title">{catalogue.title[struck]}</del>
            <span className="talk-part-says">never rated</span>
          </span>
          <span />
          <span className="talk-amount tabular">–</span>
        </li>
      )}
      {named.map(({ item: click, opinion, amount, traits, likenesses }, index) => (
        <li className="talk-part" data-kind={amount < 0 ? 'against' : 'for'} key={click}>
          <span>
            <strong className="talk-part-title">
              {opinion === 'like' ? 'Liked' : 'Disliked'} {catalogue.title[click]}
            </strong>
            <span className="talk-part-says">
              {click === item ? 'this very film' : inCommon({ traits, likenesses })}
            </span>
          </span>
          <span className="talk-bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.max(2, (100 * Math.abs(amount)) / largest)}%` }} />
          </span>
          <span className="talk-amount tabular">{signed(shown[index])}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li className="talk-part" data-kind="rest">
          <span className="talk-part-title">
            {others.length} more {others.length === 1 ? 'click' : 'clicks'}
          </span>
          <span />
          <span className="talk-amount tabular">{signed(shown[NAMED])}</span>
        </li>
      )}
      <li className="talk-part" data-kind="total">
        <strong className="talk-part-title">
          {contributions.length === 0 ? 'No click touches it yet' : 'Together'}
        </strong>
        <span />
        <span className="talk-amount tabular">{two(score)}</span>
      </li>
    </ul>
  );
}
