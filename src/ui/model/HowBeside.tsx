import { Text } from '@mantine/core';
import { type BesideCells, WINDOWS } from '../../wnn/inspect/beside-cells';
import { KNOWN_BELOW, WELL_KNOWN } from '../../wnn/inspect/taste-directions';
import * as words from '../../words/en/model/beside-figures';
import { TwinTable } from '../common/tables/TwinTable';
import styles from './BesideSection.module.css';

/** The same exactly, with figures. */
export function HowBeside({ beside }: { beside: BesideCells }) {
  const { disliked, directions, series, size } = beside;
  const taken = Math.max(0, ...(disliked ?? []).map(({ takesMost }) => takesMost?.amount ?? 0));
  const added = series.find(({ most }) => !most)?.adds;
  const most = series.find((one) => one.most)?.adds;
  return (
    <details className={styles.details}>
      <summary>{words.summary}</summary>
      <Text size="sm">
        {words.windows(size.answers, WINDOWS.seen, WINDOWS.watched, WINDOWS.likes, size.tables)}
        {added !== undefined && ` ${words.seriesAdds(added)}`}
        {most !== undefined && ` ${words.lastLikeAdds(most)}`}
        {taken > 0 && ` ${words.dislikeTakes(taken)}`}
      </Text>
      {directions.length > 0 && (
        <>
          <Text size="sm">
            {words.directions(size.taste, directions.length, Math.round(100 * KNOWN_BELOW), WELL_KNOWN)}
          </Text>
          <TwinTable
            caption={words.directionsTable}
            heads={[words.headDirection, words.headYou, words.headPeople, words.headDoubt]}
            rows={directions.map(({ number, coefficient, spread, spreadLeft }) => ({
              name: String(number),
              cells: [words.signed(coefficient, 3), spread.toFixed(3), spreadLeft.toFixed(3)],
            }))}
          />
        </>
      )}
    </details>
  );
}
