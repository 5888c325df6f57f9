import { Alert, Button, Checkbox, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { recordOf } from '../../../state/compare/duel';
import type { Library } from '../../../state/platform/library';
import { useLibrary } from '../../common/app-context';
import links from '../../common/links.module.css';
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
    <section className={styles.duel} aria-label="Your own duel">
      <Title order={2}>Your own duel</Title>
      <Text maw={720}>
        Your answers in the order you gave them. Before each, every system says “like” or not; then it learns
        your click, so-so as a so-so. Whoever expected no like of a so-so film was right. What systems share
        is fitted here, in a worker, on {usersOf(useLibrary())}; collaborative systems fold you in. Nothing
        leaves this device.
      </Text>
      {duel.phase === 'failed' && (
        <Alert color="dislike" title="The duel ended early">
          {duel.message}{' '}
          <Button size="compact-sm" onClick={follow}>
            Try again
          </Button>
        </Alert>
      )}
      {duel.clicks.length === 0 && duel.phase !== 'playing' && (
        <p className={styles.idle}>
          You have not judged a film yet.{' '}
          <Link href="/rate" className={links.quiet}>
            Rate a few
          </Link>
          , here or in another tab: the chart grows as you do.
        </p>
      )}
      <Text size="sm" c="dimmed" role="status" className="tabular">
        {duel.clicks.length > 0 &&
          `${duel.clicks.length} clicks, ${seen} of them made with a prediction in view${withSeen ? '' : ' and left out'}. `}
        {busy && `${busy.state === 'fitting' ? 'Fitting' : 'Playing'} ${busy.model} …`}
      </Text>
      <Silence
        said={
          duel.phase === 'playing'
            ? `${busy?.model} ${busy?.state} ${busy?.saysLike.length} ${duel.clicks.length}`
            : null
        }
        fitting={busy?.state === 'fitting'}
        label="Start it again"
        onEnd={() => {
          stop();
          follow();
        }}
      />
      {duel.clicks.length > 0 && (
        <Checkbox
          size="sm"
          checked={withSeen}
          label="Count clicks made with a prediction in view"
          description="Such clicks are no fair test: what is shown sways what is clicked."
          onChange={(event) => setWithSeen(event.currentTarget.checked)}
        />
      )}
      <DuelCharts records={records} />
    </section>
  );
}

/** Whose ratings the systems are fitted on. */
function usersOf({ source, ratings }: Library): string {
  if (source.kind === 'bundled') return 'all users of the bundled data';
  return ratings.count > 0
    ? `all users whose ratings came with “${source.about.name}”, the films in use`
    : 'all users of the bundled data, because the films in use came without ratings';
}
