import { Text } from '@mantine/core';
import { useState } from 'react';
import type { WhyRanked } from '../../../state/list/why';
import * as words from '../../../words/en/recommend/why';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import { placeConnection } from './connection';
import kinds from './kinds.module.css';
import { PanelAnswers } from './PanelAnswers';
import { Parts } from './Parts';
import partStyles from './part.module.css';
import { placeShares } from './place-shares';
import { ScoreBar } from './ScoreBar';
import { type ScorePart, tellMatch } from './score-parts';
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
    <p className={`${styles.expected} ${partStyles.traits}`}>
      {rated
        ? (isNew ? words.starsOfAlikeAndYou : words.starsOfMostAndYou)(most, you)
        : (isNew ? words.starsOfAlike : words.starsOfMost)(most)}
    </p>
  );
}

/** What moves a film in the list beside its figure, in shares of the whole. */
function Place({ why }: { why: WhyRanked }) {
  const { catalogue } = useLibrary();
  const shares = placeShares(why);
  // What everybody likes is all there is to say before the first answer.
  if (shares.length < 2) return null;
  return (
    <section aria-label={words.place}>
      <Text component="h4" className={styles.title}>
        {words.place}
      </Text>
      <Text size="sm" c="dimmed">
        {words.placeMore}
      </Text>
      <ul className={styles.shares}>
        {shares.map(({ key, words: cause, lifts, percent, most }) => (
          <li key={key} className={partStyles.line}>
            <span className={styles.way} data-up={lifts || undefined}>
              <span aria-hidden="true">{lifts ? '▲' : '▼'}</span>
              <span className="visually-hidden">{lifts ? words.up : words.down}</span>
            </span>
            <span>
              {cause}
              {most && (
                <span className={partStyles.traits}>
                  {' '}
                  · {words.mostOfAll(titleWithYear(catalogue, most.item), placeConnection(most))}
                </span>
              )}
            </span>
            <span className={`${partStyles.amount} tabular`} data-testid="share">
              {percent === 0 ? words.underPercent : `${percent} %`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why a film has its figure and its place: where it started, the clicks for and against it. All parts add up. */
export function WhyPanel({
  item,
  answers = true,
}: {
  item: number;
  /** Whether the film can be answered in the panel; not where it can be beside it. */ answers?: boolean;
}) {
  const explain = useModel((state) => state.explain);
  const rated = useModel((state) => state.drawnFrom > 0);
  // Another click, or another tuning, may change the reasons while the panel is open.
  useModel((state) => state.revision);
  const { catalogue, effects } = useLibrary();
  const [named, setNamed] = useState(NAMED);
  const why = explain(item);
  if (!why) return null;
  const told = tellMatch(why.match, named, named > NAMED);
  const of = (side: ScorePart['side']) => told.parts.filter((part) => part.side === side);
  const showMore = () => setNamed(named + MORE);
  return (
    // Takes the focus when a click that had it is taken back (use-kept-focus).
    <section
      className={styles.panel}
      data-why="panel"
      tabIndex={-1}
      aria-label={words.whyFilm(titleWithYear(catalogue, item))}
    >
      <ScoreBar told={told} />
      <div className={`${partStyles.line} ${partStyles.start}`}>
        <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind="start" aria-hidden="true" />
        <span>
          {effects.ratings[item] === 0
            ? words.startNew
            : words.startLiked(effects.likes[item], effects.ratings[item])}
        </span>
        <span className={`${partStyles.amount} tabular`} data-testid="amount">
          {told.start} %
        </span>
      </div>
      <Parts title={words.forIt} parts={of('for')} film={item} showMore={showMore} />
      <Parts title={words.againstIt} parts={of('against')} film={item} showMore={showMore} />
      {why.match.parts.length === 0 && <Text size="sm">{words.noClick}</Text>}
      <div className={`${partStyles.line} ${partStyles.total}`}>
        <span className={`${kinds.kind} ${partStyles.swatch}`} data-kind="total" aria-hidden="true" />
        <span>{rated ? words.together : words.shareOfEveryone}</span>
        <strong className={`${partStyles.amount} tabular`} data-testid="amount">
          {told.match} %
        </strong>
      </div>
      <Place why={why} />
      <Expected expected={why.expected} rated={rated} isNew={effects.ratings[item] === 0} />
      {answers && <PanelAnswers item={item} />}
    </section>
  );
}
