import { NativeSelect } from '@mantine/core';
import * as words from '../../../words/en/model/network';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import { TitleSearch } from '../../common/search/TitleSearch';
import styles from './FilmChoice.module.css';

/** Films of each group in the list. */
const OFFERED = 12;

/** A film from one's list, from one's ratings, or any by its title. */
export function FilmChoice({ item, onChoose }: { item: number; onChoose: (item: number) => void }) {
  const { catalogue } = useLibrary();
  const recommendations = useModel((state) => state.recommendations);
  const judgements = useModel((state) => state.judgements);
  const seen = useModel((state) => state.opinions);
  const best = recommendations.slice(0, OFFERED).map((film) => film.item);
  const rated = judgements
    .filter(({ kind }) => kind !== 'unseen')
    .slice(0, OFFERED)
    .map((film) => film.item);
  const options = (items: readonly number[]) =>
    items.map((film) => ({ value: String(film), label: titleWithYear(catalogue, film) }));
  const groups = [
    ...(best.includes(item) || rated.includes(item)
      ? []
      : [{ group: words.chosenFilm, items: options([item]) }]),
    { group: words.topOfList, items: options(best) },
    ...(rated.length > 0
      ? [{ group: words.ratedLast, items: options(rated.filter((film) => !best.includes(film))) }]
      : []),
  ];
  return (
    <div className={styles.choice}>
      <NativeSelect
        aria-label={words.filmToLookAt}
        data={groups}
        value={String(item)}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      />
      <TitleSearch seen={seen} onChoose={onChoose} />
    </div>
  );
}
