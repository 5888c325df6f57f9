import { Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { momentWords, recommendedThen, TimeTravel } from '../../../state/log/time-travel';
import { useLibrary, useModel } from '../../common/app-context';
import links from '../../common/links.module.css';
import { EmptyView } from '../../common/StateViews';
import { clockName, dayName } from '../days';
import styles from './HistoryScreen.module.css';
import { Moment } from './Moment';
import { PastList, PastRatings } from './PastLists';
import { Slider } from './Slider';

const SITE = { place: 'my-ratings', predictionVisible: true } as const;
const SHOWN = 12;

/** "37th". */
function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** The log as a slider: what was said and what the list was at any moment, and the way back there. */
export function HistoryScreen() {
  const library = useLibrary();
  const events = useModel((state) => state.events);
  const ranksOf = useModel((state) => state.ranksOf);
  const restore = useModel((state) => state.restore);
  const [wanted, setWanted] = useState<number | null>(null);
  const [restored, setRestored] = useState<{ step: number; at: number } | null>(null);
  const travel = useMemo(() => new TimeTravel(library, events), [library, events]);
  const last = travel.moments.length;
  const step = Math.min(wanted ?? last, last);
  travel.goTo(step);
  if (last === 0) {
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
  const goBack = () => {
    restore(travel.standings, SITE);
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
      <Slider step={step} last={last} words={words} onGo={go} />
      <Moment
        words={words}
        present={present}
        wentBack={restored?.at === last}
        onGoBack={goBack}
        onLeave={() => setWanted(null)}
      />
      <div className={styles.past}>
        <PastList films={recommendedThen(travel, ranksOf, SHOWN)} present={present} />
        <PastRatings seen={travel.seen} />
      </div>
    </Stack>
  );
}
