import { Button, Stack, Text, Title } from '@mantine/core';
import { type Ref, useEffect, useRef, useState } from 'react';
import { filmFacts } from '../../data/film-facts';
import type { Judgement } from '../../state/log/judgement';
import * as words from '../../words/en/ratings/old-dislikes';
import { useApp, useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import links from '../common/links.module.css';
import { useKeptFocus } from '../recommend/use-kept-focus';
import styles from './OldDislikes.module.css';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
/** Rows drawn at once; more come on request. */
const PAGE = 60;

/** Whether the active profile wants to be offered to go through old dislikes; null until that is known. */
function useOffer(profileId: string | null): { wanted: boolean | null; dismiss: () => void } {
  const app = useApp();
  const [known, setKnown] = useState<{ profileId: string; wanted: boolean } | null>(null);
  useEffect(() => {
    if (profileId === null) return;
    let left = false;
    app
      .oldDislikes()
      .then((offer) => offer.isDismissed(profileId))
      // What cannot be loaded now offers nothing now.
      .catch(() => true)
      .then((dismissed) => {
        if (!left) setKnown({ profileId, wanted: !dismissed });
      });
    return () => {
      left = true;
    };
  }, [app, profileId]);
  return {
    wanted: known?.profileId === profileId ? known.wanted : null,
    dismiss() {
      if (profileId === null) return;
      setKnown({ profileId, wanted: false });
      // Not kept, it is offered again at the next visit.
      app
        .oldDislikes()
        .then((offer) => offer.dismiss(profileId))
        .catch(() => {});
    },
  };
}

interface OfferLineProps {
  /** How many there are, from `WORTH_OFFERING`. */
  count: number;
  onGo: () => void;
}

/** One quiet line: how many dislikes were given without So-so to choose from, and a way to go through them. */
export function OldDislikesLine({ count, onGo }: OfferLineProps) {
  const { wanted, dismiss } = useOffer(useModel((state) => state.profileId));
  if (!wanted) return null;
  return (
    <Text size="sm" c="dimmed" className={styles.offer}>
      {words.offer(count)}
      <button type="button" className={links.action} onClick={onGo}>
        {words.goThrough}
      </button>
      <button
        type="button"
        className={links.action}
        onClick={({ currentTarget }) => {
          // The button goes with the line.
          currentTarget.closest('main')?.focus({ preventScroll: true });
          dismiss();
        }}
      >
        {words.noMore}
      </button>
    </Text>
  );
}

interface OldDislikesProps {
  /** Never empty. */
  judgements: readonly Judgement[];
  /** Keeps presses from rows that have only just come up. */
  listRef: Ref<HTMLElement>;
  onBack: () => void;
}

/** The dislikes given without So-so to choose from, and the question which of them were so-so. */
export function OldDislikes({ judgements, listRef, onBack }: OldDislikesProps) {
  const [shown, setShown] = useState(PAGE);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // What had the focus goes with the last of them.
    return () => document.querySelector('main')?.focus({ preventScroll: true });
  }, []);
  return (
    <section aria-labelledby="old-dislikes" ref={listRef}>
      <Stack gap="xs">
        <div className={styles.head}>
          <Title order={2} size="h4" id="old-dislikes" ref={heading} tabIndex={-1} className={styles.title}>
            {words.title}
          </Title>
          <Button variant="default" size="sm" onClick={onBack} data-repeats>
            {words.back}
          </Button>
        </div>
        <Text size="sm">{words.about}</Text>
        <ul className={styles.list} ref={list} tabIndex={-1} aria-labelledby="old-dislikes">
          {judgements.slice(0, shown).map(({ item }) => (
            <OldDislike key={item} item={item} />
          ))}
        </ul>
        {judgements.length > shown && (
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {words.showMore(judgements.length - shown)}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function OldDislike({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  const rate = useModel((state) => state.rate);
  const title = titleWithYear(catalogue, item);
  return (
    <li className={styles.row}>
      <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
      <div>
        <Text component="h3" className={filmTitle.title}>
          {catalogue.title[item]}
        </Text>
        <Text size="sm" c="dimmed">
          {filmLine(catalogue, item)}
        </Text>
      </div>
      <div className={styles.answers}>
        <Button
          variant="default"
          size="sm"
          aria-label={words.wasSoSo(title)}
          data-next-focus
          onClick={() => rate(item, 'so-so', SITE)}
        >
          {words.soSo}
        </Button>
        <Button
          variant="default"
          size="sm"
          aria-label={words.keepFilm(title)}
          onClick={() => rate(item, 'dislike', SITE)}
        >
          {words.keep}
        </Button>
      </div>
    </li>
  );
}
