import { Button, Title } from '@mantine/core';
import type { Ref } from 'react';
import type { Judgement } from '../../state/log/judgement';
import * as words from '../../words/en/ratings/list';
import styles from './DayRatings.module.css';
import { dayName, type Span } from './days';
import { RatingRow } from './RatingRow';

/** What is being asked: about one film, or what to forget, from the day of some moment on. */
export type Asking = { item: number } | { time: number } | null;

interface DayRatingsProps {
  day: Span;
  /** What was said on that day and still stands, latest first. */
  judgements: readonly Judgement[];
  /** Gets the list of films. */
  listRef: Ref<HTMLUListElement>;
  onAsk(asking: Asking): void;
}

/** One day of My ratings: its films, and the way to forget the whole day. */
export function DayRatings({ day, judgements, listRef, onAsk }: DayRatingsProps) {
  const name = dayName(day.from);
  return (
    <section aria-label={name}>
      <div className={styles.day}>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Button
          variant="subtle"
          color="gray"
          c="inherit"
          size="compact-sm"
          aria-label={words.forgetDay(name)}
          onClick={() => onAsk({ time: day.from })}
        >
          {words.forgetThisDay}
        </Button>
      </div>
      <ul className={styles.list} ref={listRef}>
        {judgements.map((judgement) => (
          <RatingRow key={judgement.item} judgement={judgement} onMore={(item) => onAsk({ item })} />
        ))}
      </ul>
    </section>
  );
}
