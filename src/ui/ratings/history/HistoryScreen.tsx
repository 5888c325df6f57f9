import { Group, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { momentWords, recommendedThen, TimeTravel } from '../../../state/log/time-travel';
import * as historyWords from '../../../words/en/ratings/history';
import { useLibrary, useModel } from '../../common/app-context';
import links from '../../common/links.module.css';
import { EmptyView } from '../../common/StateViews';
import { dayAndClock } from '../days';
import styles from './HistoryScreen.module.css';
import { Moment } from './Moment';
import { PastList, PastRatings } from './PastLists';
import { Slider } from './Slider';

const SITE = { place: 'my-ratings', predictionVisible: true } as const;
const SHOWN = 12;

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
        <Title order={1}>{historyWords.title}</Title>
        <EmptyView
          title={historyWords.noPast}
          message={historyWords.noPastMore}
          action={{ label: historyWords.rateFilms, onClick: () => window.location.assign('#/rate') }}
        />
      </Stack>
    );
  }
  const go = (to: number) => setWanted(to >= last ? null : Math.max(0, to));
  const moment = step > 0 ? travel.moments[step - 1] : null;
  const words = moment
    ? historyWords.afterClick(step, dayAndClock(moment.time), momentWords(moment, library))
    : historyWords.beforeFirst;
  const goBack = () => {
    restore(travel.standings, SITE);
    setRestored({ step, at: last + 1 });
    setWanted(null);
  };
  const present = step === last;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1}>{historyWords.title}</Title>
        <Text component={Link} href="/my-ratings" className={links.quiet}>
          {historyWords.myRatings}
        </Text>
      </Group>
      <Text c="dimmed">{historyWords.about}</Text>
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
