import { Text, Title } from '@mantine/core';
import * as words from '../../words/en/rate/list';
import strip from '../recommend/FilmStrip.module.css';
import styles from './ListPlace.module.css';
import { useRowsBeside } from './use-rows-beside';

const TILES = ['1', '2', '3', '4', '5', '6', '7', '8'];

/** The place of the list before it is there, as large as the list, so that nothing moves when it comes. */
export function ListPlace({ wide }: { wide: boolean }) {
  const rows = useRowsBeside();
  if (!wide) {
    return (
      <section className={strip.strip} data-linked aria-hidden="true">
        <div className={strip.head}>
          <Text className="eyebrow">{words.yourList}</Text>
        </div>
        <ol className={strip.list}>
          {TILES.map((place) => (
            <li key={place}>
              <span className={`${strip.rank} tabular`}>{place}</span>
              <div className={styles.tile} />
            </li>
          ))}
        </ol>
        <Text className={strip.said} c="dimmed">
          {words.becomesYours}
        </Text>
      </section>
    );
  }
  return (
    <section aria-hidden="true">
      <Title order={2}>{words.yourList}</Title>
      <Text c="dimmed">{words.becomesYours}</Text>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike.
        <div key={row} className={styles.row} />
      ))}
    </section>
  );
}
