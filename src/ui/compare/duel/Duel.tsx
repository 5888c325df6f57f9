import { Alert, Button, Checkbox, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { recordOf } from '../../../state/compare/duel';
import type { Library } from '../../../state/platform/library';
import * as words from '../../../words/en/compare/duel';
import { useLibrary } from '../../common/app-context';
import links from '../../common/links.module.css';
import { sentence } from '../../common/sentence';
import { useInTurn } from '../InTurn';
import { Silence } from '../Silence';
import { useDuel } from '../use-compare';
import styles from './Duel.module.css';
import { DuelCharts } from './DuelCharts';

/** Every system against the person's own clicks, in their order: predicted first, then learned. */
export function Duel() {
  const newest = useDuel((state) => state);
  const duel = useInTurn('duel', newest);
  const { follow, stop } = duel;
  const [withSeen, setWithSeen] = useState(false);
  useEffect(() => {
    follow();
    return stop;
  }, [follow, stop]);
  const seen = duel.clicks.filter(({ predictionVisible }) => predictionVisible).length;
  const records = useMemo(
    () =>
      duel.views
        .filter(({ saysLike }) => saysLike.length > 0)
        .map((view) => ({
          ...view,
          record: recordOf(view.saysLike, duel.clicks, (click) => withSeen || !click.predictionVisible),
        })),
    [duel.views, duel.clicks, withSeen],
  );
  const busy = duel.views.find(({ state }) => state === 'fitting' || state === 'playing');
  return (
    <section className={styles.duel} aria-label={words.yourOwnDuel}>
      <Title order={2}>{words.yourOwnDuel}</Title>
      <Text maw={720}>{words.whatItIs(usersOf(useLibrary()))}</Text>
      {duel.phase === 'failed' && (
        <Alert color="dislike" title={words.endedEarly}>
          {duel.message}{' '}
          <Button size="compact-sm" onClick={follow}>
            {words.tryAgain}
          </Button>
        </Alert>
      )}
      {duel.clicks.length === 0 && duel.phase !== 'playing' && (
        <p className={styles.idle}>
          {sentence(
            words.nothingJudged((text) => (
              <Link href="/rate" className={links.quiet}>
                {text}
              </Link>
            )),
          )}
        </p>
      )}
      <Text size="sm" c="dimmed" role="status" className="tabular">
        {duel.clicks.length > 0 && `${words.clicks(duel.clicks.length, seen, withSeen)} `}
        {busy && (busy.state === 'fitting' ? words.fitting : words.playing)(busy.model)}
      </Text>
      <Silence
        said={
          duel.phase === 'playing'
            ? `${busy?.model} ${busy?.state} ${busy?.saysLike.length} ${duel.clicks.length}`
            : null
        }
        fitting={busy?.state === 'fitting'}
        label={words.startAgain}
        onEnd={() => {
          stop();
          follow();
        }}
      />
      {duel.clicks.length > 0 && (
        <Checkbox
          size="sm"
          checked={withSeen}
          label={words.countSeen}
          description={words.countSeenSays}
          onChange={(event) => setWithSeen(event.currentTarget.checked)}
        />
      )}
      <DuelCharts records={records} />
    </section>
  );
}

/** Whose ratings the systems are fitted on. */
function usersOf({ source, ratings }: Library): string {
  if (source.kind === 'bundled') return words.bundledUsers;
  return ratings.count > 0 ? words.usersOfFilms(source.about.name) : words.bundledForWantOfRatings;
}
