import { Text } from '@mantine/core';
import type { Reason } from '../../state/why';
import { useLibrary, useModel } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import { roundedParts } from './adding-up';

/** Clicks named one by one; the rest are summed up. */
const NAMED = 4;

/** "both: Horror and Sci-Fi"; at most three, empty for none. */
export function inCommon(traits: string[]): string {
  const told = traits.slice(0, 3);
  if (told.length === 0) return '';
  if (told.length === 1) return `both: ${told[0]}`;
  return `both: ${told.slice(0, -1).join(', ')} and ${told[told.length - 1]}`;
}

/** "+0.21"; a real minus sign, so that the figures line up. */
export function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${Math.abs(amount).toFixed(2)}`;
}

interface ReasonRowProps {
  reason: Reason;
  /** The amount as it is shown. */
  shown: number;
  largest: number;
}

function ReasonRow({ reason, shown, largest }: ReasonRowProps) {
  const { catalogue } = useLibrary();
  const { amount, item, opinion, traits } = reason;
  const common = inCommon(traits);
  return (
    <li className="reason" data-against={amount < 0 || undefined}>
      <span className="reason-words">
        you {opinion === 'like' ? 'liked' : 'disliked'} <strong>{titleWithYear(catalogue, item)}</strong>
        {common && <span className="reason-traits"> {common}</span>}
      </span>
      <span className="reason-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.max(3, (100 * Math.abs(amount)) / largest)}%` }} />
      </span>
      <span className="reason-amount tabular">{signed(shown)}</span>
    </li>
  );
}

/** What one heading lists: some clicks by name, the others in one sum. */
interface Side {
  named: Reason[];
  others: Reason[];
  /** Amounts of the named ones, then of the others together if there are any. */
  amounts: number[];
}

function sideOf(reasons: Reason[]): Side {
  const named = reasons.slice(0, NAMED);
  const others = reasons.slice(NAMED);
  const amounts = named.map(({ amount }) => amount);
  if (others.length > 0) amounts.push(others.reduce((sum, { amount }) => sum + amount, 0));
  return { named, others, amounts };
}

interface ReasonsProps {
  title: string;
  rest: string;
  side: Side;
  /** The side's amounts as they are shown. */
  shown: number[];
  largest: number;
}

function Reasons({ title, rest, side, shown, largest }: ReasonsProps) {
  const { named, others } = side;
  if (named.length === 0) return null;
  return (
    <div>
      <Text component="h4" className="why-title">
        {title}
      </Text>
      <ul className="reasons">
        {named.map((reason, index) => (
          <ReasonRow key={reason.item} reason={reason} shown={shown[index]} largest={largest} />
        ))}
        {others.length > 0 && (
          <li className="reason reason-rest">
            <span className="reason-words">
              {others.length} {others.length === 1 ? rest.replace('films', 'film') : rest}
            </span>
            <span className="reason-amount tabular">{signed(shown[NAMED])}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Why a film stands where it does: the clicks for and against it, and where it started. All parts add up. */
export function WhyPanel({ item }: { item: number }) {
  const explain = useModel((state) => state.explain);
  // Another click may change the reasons while the panel is open.
  useModel((state) => state.revision);
  const { effects } = useLibrary();
  const why = explain(item);
  if (!why) return null;
  const pro = sideOf(why.contributions.filter(({ amount }) => amount > 0));
  const contra = sideOf(why.contributions.filter(({ amount }) => amount < 0));
  const shown = roundedParts(why.start, [...pro.amounts, ...contra.amounts]);
  const largest = Math.max(...why.contributions.map(({ amount }) => Math.abs(amount)), 1e-9);
  const likes = effects.likes[item];
  return (
    <div className="why">
      <Reasons
        title="For it"
        rest="more films you liked"
        side={pro}
        shown={shown.slice(0, pro.amounts.length)}
        largest={largest}
      />
      <Reasons
        title="Against it"
        rest="more films you disliked"
        side={contra}
        shown={shown.slice(pro.amounts.length)}
        largest={largest}
      />
      {why.contributions.length === 0 && <Text size="sm">None of your clicks touches this film yet.</Text>}
      <div className="why-sum">
        <span>
          Starting point: {likes} of {effects.ratings[item]} people liked it
        </span>
        <span className="tabular">{(Math.round(100 * why.start) / 100).toFixed(2)}</span>
        <span>With your clicks</span>
        <strong className="tabular">{(Math.round(100 * why.score) / 100).toFixed(2)}</strong>
      </div>
    </div>
  );
}
