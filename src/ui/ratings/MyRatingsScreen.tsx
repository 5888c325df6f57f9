import { Button, Group, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { oldDislikesOf, WORTH_OFFERING } from '../../state/profile/old-dislikes';
import * as words from '../../words/en/ratings/list';
import { useModel } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import { useInView, useUndoKeys } from '../common/presses';
import { EmptyView } from '../common/StateViews';
import { OwnFilms } from '../own-films/OwnFilms';
import { countsInWords } from './counts';
import { type Asking, DayRatings } from './DayRatings';
import { byDay } from './days';
import { KindFilter } from './KindFilter';
import { OldDislikes, OldDislikesLine } from './OldDislikes';
import { RatingsTools } from './RatingsTools';
import { Unreadable } from './Unreadable';
import { useKindInAddress } from './use-kind-in-address';
import { Waiting } from './Waiting';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
/** Rows drawn at once; more come on request. */
const PAGE = 60;

const FilmDialog = lazy(async () => ({ default: (await import('./FilmDialog')).FilmDialog }));
const ForgetDialog = lazy(async () => ({ default: (await import('./ForgetDialog')).ForgetDialog }));

/** Everything said so far, latest first; each answer can be changed, removed or erased for good. */
export function MyRatingsScreen() {
  const judgements = useModel((state) => state.judgements);
  const latest = useModel((state) => state.events.at(-1)?.time ?? 0);
  const [shown, setShown] = useState(PAGE);
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  useUndoKeys(SITE);
  const revision = useModel((state) => state.revision);
  const old = oldDislikesOf(judgements);
  // Once begun, to the last one.
  const [going, setGoing] = useState(false);
  // A changed row goes to the top or away, and another comes under the finger; so does one of another list.
  const [kind, setKind] = useKindInAddress();
  const of = (each: typeof kind) =>
    judgements.filter((judgement) => each === null || judgement.kind === each);
  // The last film of an answer takes the choice of it along.
  const chosen = of(kind).length > 0 ? kind : null;
  const listed = of(chosen);
  const { ref: rows } = useInView(`${revision} ${going} ${chosen}`);
  const counts = countsInWords(judgements.map((judgement) => judgement.kind));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1}>{words.title}</Title>
        <RatingsTools onForget={() => setAsking({ time: latest })} />
      </Group>
      <Unreadable />
      <Waiting />
      {judgements.length === 0 ? (
        <EmptyView
          title={words.nothingRated}
          message={words.nothingRatedMore}
          action={{ label: words.rateFilms, onClick: () => window.location.assign('#/rate') }}
        />
      ) : (
        <>
          <ChangeLine untuned idle={words.changeAny(counts)} />
          {going && old.length > 0 ? (
            <OldDislikes judgements={old} listRef={rows} onBack={() => setGoing(false)} />
          ) : (
            <>
              {old.length >= WORTH_OFFERING && (
                <OldDislikesLine count={old.length} onGo={() => setGoing(true)} />
              )}
              <KindFilter judgements={judgements} kind={chosen} onChange={setKind} />
              {byDay(listed.slice(0, shown)).map(({ day, things }) => (
                <DayRatings
                  listRef={rows}
                  key={`${day.from} ${things[0].item}`}
                  day={day}
                  judgements={things}
                  onAsk={setAsking}
                />
              ))}
              {listed.length > shown && (
                <Button variant="default" onClick={() => setShown(shown + PAGE)}>
                  {words.showMore(listed.length - shown)}
                </Button>
              )}
            </>
          )}
        </>
      )}
      <OwnFilms />
      <Suspense>
        {asking && 'item' in asking && <FilmDialog item={asking.item} onClose={close} />}
        {asking && 'time' in asking && <ForgetDialog time={asking.time} onClose={close} />}
      </Suspense>
    </Stack>
  );
}
