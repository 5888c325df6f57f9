import { Alert, Button, Checkbox, Text, Title } from '@mantine/core';
import { lazy, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatFigure } from '../../../evaluation/format';
import { DUEL_ABSENT, DUEL_MODELS, recordOf } from '../../../state/compare/duel';
import links from '../../common/links.module.css';
import { ChartCard } from '../charts/ChartCard';
import cards from '../charts/cards.module.css';
import { Legend } from '../charts/Legend';
import { figures } from '../charts/lazy-figures';
import { toRows } from '../figures/chart-data';
import { useDuel } from '../use-compare';
import styles from './Duel.module.css';
import { DuelTable } from './DuelTable';

const LineFigure = lazy(async () => ({ default: (await figures()).LineFigure }));
/** Points of a line at most. */
const POINTS = 60;
const FIXED = ['constant', 'user-constant'];

/** Every system against the person's own clicks, in their order: predicted first, then learned. */
export function Duel() {
  const duel = useDuel((state) => state);
  const { follow, stop } = duel;
  const [withSeen, setWithSeen] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
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
  const shown = useMemo(() => records.filter(({ model }) => !hidden.has(model)), [records, hidden]);
  const rows = useMemo(
    () =>
      toRows(
        shown.map(({ model, record }) => {
          const every = Math.max(1, Math.ceil(record.length / POINTS));
          const points = record
            .filter((_, index) => (record.length - 1 - index) % every === 0)
            .map(({ clicks, share, low, high }) => ({ x: clicks, users: clicks, value: share, low, high }));
          return { model, points };
        }),
      ),
    [shown],
  );
  const busy = duel.views.find(({ state }) => state === 'fitting' || state === 'playing');
  const standings = records
    .flatMap((view) => {
      const last = view.record.at(-1);
      return last ? [{ ...view, last }] : [];
    })
    .sort((a, b) => b.last.share - a.last.share);
  return (
    <section className={styles.duel} aria-label="Your own duel">
      <Title order={2}>Your own duel</Title>
      <Text maw={720}>
        Your likes and dislikes in the order you gave them. Before each, every system says “like” or
        “dislike”; then it learns your click. What systems share is fitted here, in a worker, on all users of
        the bundled data; collaborative systems fold you in. Nothing leaves this device.
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
          You have not liked or disliked a film yet.{' '}
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
      {duel.clicks.length > 0 && (
        <Checkbox
          size="sm"
          checked={withSeen}
          label="Count clicks made with a prediction in view"
          description="Such clicks are no fair test: what is shown sways what is clicked."
          onChange={(event) => setWithSeen(event.currentTarget.checked)}
        />
      )}
      {standings.length > 0 && (
        <>
          <Legend
            models={DUEL_MODELS}
            hidden={hidden}
            fixed={FIXED}
            onFocus={setFocus}
            onToggle={(model) => {
              const next = new Set(hidden);
              if (!next.delete(model)) next.add(model);
              setHidden(next);
            }}
          />
          <div className={cards.grid}>
            <ChartCard
              title="Foreseen so far"
              says="Share of your clicks that each system foresaw, with Wilson’s 95 % interval for those in focus."
              fileName="weightless-duel"
              summary={`${standings[0].model} has foreseen most: ${formatFigure(standings[0].last.share, 3)}.`}
              draw={(width) => (
                <LineFigure
                  {...{
                    width,
                    height: 340,
                    rows,
                    focus,
                    marks: [],
                    markers: false,
                    lowerIsBetter: false,
                    most: 1,
                  }}
                  models={shown.map(({ model }) => model)}
                  banded={shown
                    .map(({ model }) => model)
                    .filter((model) => (focus ? model === focus : model === 'wnn'))}
                  xLabel="clicks"
                  yLabel="foreseen"
                  tooltipTitle={(x) => `after ${x} clicks`}
                />
              )}
              table={<DuelTable standings={standings} />}
            />
            <div className={cards.card}>
              <Title order={3}>Standings</Title>
              <DuelTable standings={standings} />
              <Text size="xs" c="dimmed">
                {DUEL_ABSENT.length > 0 &&
                  `Absent: ${DUEL_ABSENT.join(', ')}, which must be trained anew on everybody for each click.`}
              </Text>
            </div>
          </div>
        </>
      )}
    </section>
  );
}
