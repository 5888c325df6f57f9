import { Text } from '@mantine/core';
import { type BesideCells, WINDOWS } from '../../wnn/inspect/beside-cells';
import { KNOWN_BELOW, WELL_KNOWN } from '../../wnn/inspect/taste-directions';
import { TwinTable } from '../common/tables/TwinTable';
import styles from './BesideSection.module.css';

const signed = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');

/** "3, 6 and 12". */
const row = (numbers: readonly number[]) =>
  new Intl.ListFormat('en-GB').format(
    numbers.map((number) => number.toLocaleString('en', { maximumFractionDigits: 2 })),
  );

/** The same exactly, with figures. */
export function HowBeside({ beside }: { beside: BesideCells }) {
  const { disliked, directions, series, size } = beside;
  const taken = Math.max(0, ...(disliked ?? []).map(({ takesMost }) => takesMost?.amount ?? 0));
  const added = series.find(({ most }) => !most)?.adds;
  const most = series.find((one) => one.most)?.adds;
  return (
    <details className={styles.details}>
      <summary>What these numbers are</summary>
      <Text size="sm">
        {size.answers} are your answers in their order. Windows are read off that order, and are exact: the{' '}
        {WINDOWS.seen} latest likes and so-so count as seen in the cells; the latest {row(WINDOWS.watched)}{' '}
        ask a table of what people watch next; all likes ask a table of what people like together, the latest{' '}
        {row(WINDOWS.likes)} once more each. An answer that leaves a window is subtracted; when one is taken
        back, the next older comes in again. {size.tables} are what the tables are asked with: sums of their
        rows.
        {added !== undefined && ` A series adds ${row([added])} to the scores of its films.`}
        {most !== undefined && ` That of your last like adds ${row([most])}.`}
        {taken > 0 && ` A dislike of late takes up to ${signed(taken, 2)} from one.`}
      </Text>
      {directions.length > 0 && (
        <>
          <Text size="sm">
            {size.taste} are sums along the {directions.length} directions in which people’s ratings differ
            most: of products of each film’s coordinates, and of these with what you said. They give the most
            probable place of yours in each direction (a ridge regression; 0 is what people like to have) and
            how far off that may be. Told above are directions of which at most{' '}
            {Math.round(100 * KNOWN_BELOW)} % of the variance is left, where your place is farther out than
            its own doubt. The films are the best known of those farthest out among the {WELL_KNOWN} best
            known, without those of which you, or all directions together, say the contrary.
          </Text>
          <TwinTable
            caption="Directions of taste: your place, how far people lie apart, and how far off your place may be, in stars a standard deviation of ratings"
            heads={['direction', 'you', 'people', 'doubt']}
            rows={directions.map(({ number, coefficient, spread, spreadLeft }) => ({
              name: String(number),
              cells: [signed(coefficient, 3), spread.toFixed(3), spreadLeft.toFixed(3)],
            }))}
          />
        </>
      )}
    </details>
  );
}
