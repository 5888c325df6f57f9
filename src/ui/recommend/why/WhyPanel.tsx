import { Text } from '@mantine/core';
import { useState } from 'react';
import type { WhyRanked } from '../../../state/list/why';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import kinds from './kinds.module.css';
import { PanelAnswers } from './PanelAnswers';
import { Parts } from './Parts';
import partStyles from './part.module.css';
import { ScoreBar } from './ScoreBar';
import { plainFigure, type ScorePart, tellScore } from './score-parts';
import styles from './WhyPanel.module.css';

/** Clicks named one by one at first, and how many more each time somebody asks; the rest are summed up. */
const NAMED = 4;
const MORE = 12;

interface ExpectedProps {
  expected: WhyRanked['expected'];
  rated: boolean;
  /** Whether nobody has rated the film: what most would say is then told from its facts. */
  isNew: boolean;
}

function Expected({ expected: { most, you }, rated, isNew }: ExpectedProps) {
  return (
    <p className={styles.expected}>
      {isNew ? 'Films like it' : 'Most people'} <strong>{most.toFixed(1)}</strong>
      {rated && (
        <>
          , you <strong>{you.toFixed(1)}</strong>
        </>
      )}{' '}
      <span className={partStyles.traits}>of five stars{rated && ', as far as your ratings can tell'}</span>
    </p>
  );
}

/** Why a film stands where it does: where it started, the clicks for and against it, the tuning. All parts add up. */
export function WhyPanel({
  item,
  answers = true,
}: {
  item: number;
  /** Whether the film can be answered in the panel; not where it can be beside it. */ answers?: boolean;
}) {
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
    <section
      className={styles.panel}
      data-why="panel"
      tabIndex={-1}
      aria-label={`Why ${titleWithYear(catalogue, item)}`}
    >
      <Expected expected={why.expected} rated={rated} isNew={effects.ratings[item] === 0} />
      <ScoreBar told={told} />
      <div className={`${partStyles.line} ${partStyles.start}`}>
        <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind="start" aria-hidden="true" />
        <span>
          Starting point:{' '}
          {effects.ratings[item] === 0
            ? 'nobody else has rated it, so its genres and years speak for it'
            : `${effects.likes[item]} of ${effects.ratings[item]} people liked it`}
        </span>
        <span className={`${partStyles.amount} tabular`} data-testid="amount">
          {plainFigure(told.start)}
        </span>
      </div>
      <Parts title="For it" parts={of('for')} film={item} showMore={showMore} />
      <Parts title="Against it" parts={of('against')} film={item} showMore={showMore} />
      <Parts title="Your tuning of this list" parts={of('tuned')} film={item} showMore={showMore} />
      {why.contributions.length === 0 && <Text size="sm">None of your clicks touches this film yet.</Text>}
      <div className={`${partStyles.line} ${partStyles.total}`}>
        <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind="total" aria-hidden="true" />
        <span>Together, which gives it its place</span>
        <strong className={`${partStyles.amount} tabular`} data-testid="amount">
          {plainFigure(told.score)}
        </strong>
      </div>
      {answers && <PanelAnswers item={item} />}
    </section>
  );
}
