import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { rankAll } from '../../../state/list/ranking';
import { momentWords, recommendedThen, TimeTravel } from '../../../state/log/time-travel';
import { useLibrary, useModel } from '../../common/app-context';
import links from '../../common/links.module.css';
import { EmptyView } from '../../common/StateViews';
import { clockName, dayName } from '../days';
import styles from './HistoryScreen.module.css';
import momentStyles from './Moment.module.css';
import { PastList, PastRatings } from './PastLists';
import sliderStyles from './Slider.module.css';

const CONTEXT = { place: 'my-ratings', predictionVisible: true } as const;
const SHOWN = 12;
const LEAP = 10;

/** "37th". */
function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** The log as a slider: what was said and what the list was at any moment, and the way back there. */
export function HistoryScreen() {
  const library = useLibrary();
  const events = useModel((state) => state.events);
  const personalModel = useModel((state) => state.personalModel);
  const restore = useModel((state) => state.restore);
  const undo = useModel((state) => state.undo);
  const [wanted, setWanted] = useState<number | null>(null);
  const [restored, setRestored] = useState<{ step: number; at: number } | null>(null);
  const travel = useMemo(() => new TimeTravel(library, events), [library, events]);
  const last = travel.moments.length;
  const step = Math.min(wanted ?? last, last);
  travel.goTo(step);
  const model = personalModel();
  const now = useMemo(() => events && model && rankAll(model), [events, model]);
  if (last === 0 || !now) {
    return (
      <Stack gap="sm">
        <Title order={1}>History</Title>
        <EmptyView
          title="No past yet"
          message="With every film you rate, your list moves. Here you will be able to go back to any moment of it."
          action={{ label: 'Rate films', onClick: () => window.location.assign('#/rate') }}
        />
      </Stack>
    );
  }
  const go = (to: number) => setWanted(to >= last ? null : Math.max(0, to));
  const moment = step > 0 ? travel.moments[step - 1] : null;
  const words = moment
    ? `After your ${ordinal(step)} click, ${dayName(moment.time)}, ${clockName(moment.time)}: ${momentWords(moment, library)}`
    : 'Before your first click';
  const onKeyDown = (event: KeyboardEvent) => {
    const leap = { PageUp: LEAP, PageDown: -LEAP }[event.key];
    if (leap === undefined) return;
    event.preventDefault();
    go(step + leap);
  };
  const goBack = () => {
    restore(travel.standings, CONTEXT);
    setRestored({ step, at: last + 1 });
    setWanted(null);
  };
  const present = step === last;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1}>History</Title>
        <Text component={Link} href="/my-ratings" className={links.quiet}>
          My ratings
        </Text>
      </Group>
      <Text c="dimmed">
        Move the slider to see what you had said, and what your list was, at any moment. Looking changes
        nothing.
      </Text>
      <div className={sliderStyles.travel}>
        <input
          type="range"
          className={sliderStyles.slider}
          min={0}
          max={last}
          step={1}
          value={step}
          aria-label="Moment"
          aria-valuetext={words}
          onChange={(event) => go(Number(event.currentTarget.value))}
          onKeyDown={onKeyDown}
        />
        <div className={sliderStyles.steps}>
          <Button variant="default" size="sm" disabled={step === 0} onClick={() => go(step - LEAP)}>
            <ChevronsLeft size={17} aria-hidden /> Ten back
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={step === 0}
            onClick={() => go(step - 1)}
            aria-label="One back"
          >
            <ChevronLeft size={17} aria-hidden />
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={present}
            onClick={() => go(step + 1)}
            aria-label="One forward"
          >
            <ChevronRight size={17} aria-hidden />
          </Button>
          <Button variant="default" size="sm" disabled={present} onClick={() => go(step + LEAP)}>
            Ten forward <ChevronsRight size={17} aria-hidden />
          </Button>
        </div>
      </div>
      <div className={momentStyles.moment}>
        <Text role="status" fw={600}>
          {words}.{present && ' This is now.'}
        </Text>
        {present ? (
          restored?.at === last && (
            <Group gap="xs">
              <Text size="sm">You went back. Everything since is still in the history.</Text>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<Undo2 size={15} aria-hidden />}
                onClick={() => undo(CONTEXT)}
              >
                Undo
              </Button>
            </Group>
          )
        ) : (
          <Group gap="xs">
            <Button size="sm" onClick={goBack}>
              Go back to here
            </Button>
            <Button size="sm" variant="subtle" onClick={() => setWanted(null)}>
              To the present
            </Button>
          </Group>
        )}
      </div>
      <div className={styles.past}>
        <PastList films={recommendedThen(travel, now, SHOWN)} present={present} />
        <PastRatings opinions={travel.opinions} />
      </div>
    </Stack>
  );
}
