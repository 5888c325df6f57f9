import { ActionIcon, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { Ellipsis, X } from 'lucide-react';
import { useStore } from 'zustand';
import { filmFacts } from '../../data/film-facts';
import type { Judgement } from '../../state/log/judgement';
import * as words from '../../words/en/ratings/list';
import { useApp, useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmAddress } from '../common/film/film-address';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import styles from './RatingRow.module.css';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
const ANSWERS = [
  { value: 'like', label: words.like },
  { value: 'so-so', label: words.soSo },
  { value: 'dislike', label: words.dislike },
  { value: 'unseen', label: words.notSeen },
];

interface RatingRowProps {
  judgement: Judgement;
  /** Opens what more there is to know and do. */
  onMore: (item: number) => void;
}

/** One film with what was said of it; the answer can be changed or removed. */
export function RatingRow({ judgement, onMore }: RatingRowProps) {
  const { catalogue } = useLibrary();
  const { moods } = useApp();
  const mood = useStore(moods, ({ list }) => list.find(({ id }) => id === judgement.mood)?.name);
  const rate = useModel((state) => state.rate);
  const clear = useModel((state) => state.clear);
  const { item, kind } = judgement;
  const title = titleWithYear(catalogue, item);
  return (
    <li className={styles.row}>
      <div className={styles.tile}>
        <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
      </div>
      <div className={styles.words}>
        <Text component="h3" className={filmTitle.title}>
          <a href={filmAddress(catalogue, item)}>{catalogue.title[item]}</a>
        </Text>
        <Text size="sm" c="dimmed">
          {filmLine(catalogue, item)}
          {mood && ` · ${words.filedUnder(mood)}`}
        </Text>
      </div>
      <SegmentedControl
        size="sm"
        classNames={{ root: styles.answers, label: styles.answer }}
        data={ANSWERS}
        value={kind}
        aria-label={words.yourAnswer(title)}
        onChange={(value) => rate(item, value as Judgement['kind'], SITE)}
      />
      <Tooltip label={words.remove}>
        <ActionIcon
          className={styles.remove}
          variant="subtle"
          color="gray"
          c="inherit"
          size={40}
          aria-label={words.removeFilm(title)}
          onClick={() => clear(item, SITE)}
        >
          <X size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={words.more}>
        <ActionIcon
          className={styles.more}
          variant="subtle"
          color="gray"
          c="inherit"
          size={40}
          aria-label={words.moreAbout(title)}
          onClick={() => onMore(item)}
        >
          <Ellipsis size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
