import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { traitName } from '../../../state/list/trait-offers';
import type { Reason } from '../../../state/list/why';
import type { ExpectedRating } from '../../../wnn/personal/expected-rating';
import type { TuningPart } from '../../../wnn/personal/tuning';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import { ScoreBar } from './ScoreBar';
import { plainFigure, type ScorePart, signed, tellScore } from './score-parts';
import { WhatIfPreview } from './WhatIfPreview';
import './why.css';

/** Clicks named one by one at first, and how many more each time somebody asks; the rest are summed up. */
const NAMED = 4;
const MORE = 12;

/** "both: Horror, Sci-Fi and 1980s"; "from the same years, about as long". */
export function inCommon({ traits, likenesses }: Pick<Reason, 'traits' | 'likenesses'>): string {
  if (traits.length === 0) return likenesses.slice(0, 2).join(', ');
  const told = traits.slice(0, 3);
  const last = told.pop();
  return told.length === 0 ? `both: ${last}` : `both: ${told.join(', ')} and ${last}`;
}

function tunedWords(part: TuningPart): string {
  if (part.cause === 'adventure') return 'your adventure dial';
  return `you asked for ${part.leaning} ${traitName(part.trait)}`;
}

interface ReasonWordsProps {
  reason: Reason;
  open: boolean;
  toggle: () => void;
}

function ReasonWords({ reason, open, toggle }: ReasonWordsProps) {
  const { catalogue } = useLibrary();
  const title = titleWithYear(catalogue, reason.item);
  const common = inCommon(reason);
  const verb = reason.opinion === 'like' ? 'liked' : 'disliked';
  return (
    <>
      you {verb} <strong>{title}</strong> {common && <span className="part-traits">{common}</span>}{' '}
      <button
        type="button"
        className="line-action part-what-if"
        aria-expanded={open}
        aria-label={`What if I had not ${verb} ${title}?`}
        onClick={toggle}
      >
        What if I had not?
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

const REST = { for: 'more you liked', against: 'more you disliked', tuned: '' };

function Parts({ title, parts, film, showMore }: PartsProps) {
  // One preview at a time: it speaks of the list as it is now.
  const [opened, setOpened] = useState<string | null>(null);
  if (parts.length === 0) return null;
  return (
    <div>
      <Text component="h4" className="why-title">
        {title}
      </Text>
      <ul className="parts">
        {parts.map(({ key, side, shown, reason, others, tuned }) => (
          <li key={key} className="part">
            <span className="part-swatch" data-kind={side} aria-hidden="true" />
            <div className="part-words">
              {reason && (
                <ReasonWords
                  reason={reason}
                  open={opened === key}
                  toggle={() => setOpened(opened === key ? null : key)}
                />
              )}
              {others !== undefined && (
                <Button size="compact-sm" variant="subtle" className="parts-more" onClick={showMore}>
                  {others} {REST[side]}
                </Button>
              )}
              {tuned && tunedWords(tuned)}
            </div>
            <span className="part-amount tabular">{signed(shown)}</span>
            {reason && opened === key && (
              <WhatIfPreview
                click={reason.item}
                opinion={reason.opinion}
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

function Expected({ expected: { most, you }, rated }: { expected: ExpectedRating; rated: boolean }) {
  return (
    <p className="why-expected">
      Most people <strong>{most.toFixed(1)}</strong>
      {rated && (
        <>
          , you <strong>{you.toFixed(1)}</strong>
        </>
      )}{' '}
      <span className="part-traits">of five stars{rated && ', as far as your ratings can tell'}</span>
    </p>
  );
}

/** Why a film stands where it does: where it started, the clicks for and against it, the tuning. All parts add up. */
export function WhyPanel({ item }: { item: number }) {
  const explain = useModel((state) => state.explain);
  const rated = useModel((state) => state.opinions.size > 0);
  // Another click, or another tuning, may change the reasons while the panel is open.
  useModel((state) => state.revision);
  const { catalogue, effects } = useLibrary();
  const [named, setNamed] = useState(NAMED);
  const why = explain(item);
  if (!why) return null;
  const told = tellScore(why, named);
  const of = (side: ScorePart['side']) => told.parts.filter((part) => part.side === side);
  const showMore = () => setNamed(named + MORE);
  return (
    // Takes the focus when a click that had it is taken back (use-kept-focus).
    <section className="why" tabIndex={-1} aria-label={`Why ${titleWithYear(catalogue, item)}`}>
      <Expected expected={why.expected} rated={rated} />
      <ScoreBar told={told} />
      <div className="part part-start">
        <span className="part-swatch" data-kind="start" aria-hidden="true" />
        <span>
          Starting point: {effects.likes[item]} of {effects.ratings[item]} people liked it
        </span>
        <span className="part-amount tabular">{plainFigure(told.start)}</span>
      </div>
      <Parts title="For it" parts={of('for')} film={item} showMore={showMore} />
      <Parts title="Against it" parts={of('against')} film={item} showMore={showMore} />
      <Parts title="Your tuning of this list" parts={of('tuned')} film={item} showMore={showMore} />
      {why.contributions.length === 0 && <Text size="sm">None of your clicks touches this film yet.</Text>}
      <div className="part part-total">
        <span className="part-swatch" data-kind="total" aria-hidden="true" />
        <span>Together, which gives it its place</span>
        <strong className="part-amount tabular">{plainFigure(told.score)}</strong>
      </div>
    </section>
  );
}
