import { Checkbox, Fieldset, NativeSelect, SimpleGrid, Text } from '@mantine/core';
import type { ChosenColumns, ColumnOffer } from '../../data/import/chosen-columns';
import * as words from '../../words/en/import/files';
import { Scroll } from '../common/tables/Scroll';
import table from '../common/tables/table.module.css';
import styles from './Import.module.css';

/** What a person is saying of a file: its columns so far, and whether it is read at all. */
export interface ColumnDraft {
  /** -1 where no column was chosen. */
  places: Record<Meaning, number>;
  scale: number;
  hasHeader: boolean;
  isLeftOut: boolean;
}

type Meaning = keyof ChosenColumns['places'];

const MEANINGS: readonly { meaning: Meaning; label: string }[] = [
  { meaning: 'title', label: words.titles },
  { meaning: 'year', label: words.years },
  { meaning: 'rating', label: words.ratings },
  { meaning: 'date', label: words.dates },
  { meaning: 'imdbId', label: words.imdbNumbers },
  { meaning: 'tmdbId', label: words.tmdbNumbers },
];

/** What the file seems to be, to begin with. */
export function draftOf({ proposal }: ColumnOffer): ColumnDraft {
  const none = { title: -1, rating: -1, year: -1, date: -1, imdbId: -1, tmdbId: -1 };
  return {
    places: { ...none, ...proposal?.places },
    scale: proposal?.scale ?? 5,
    hasHeader: proposal !== null,
    isLeftOut: false,
  };
}

/** The columns as they are read; null where the file is left out. */
export function chosenOf({ places, isLeftOut, ...rest }: ColumnDraft): ChosenColumns | null {
  if (isLeftOut || places.title < 0) return null;
  const chosen = Object.entries(places).filter(([, place]) => place >= 0);
  const { scale, hasHeader } = rest;
  return { places: Object.fromEntries(chosen) as ChosenColumns['places'], scale, hasHeader };
}

function columnNames({ sample }: ColumnOffer, hasHeader: boolean): string[] {
  return (sample[0] ?? []).map((cell, place) => (hasHeader && cell ? cell : words.columnNumber(place + 1)));
}

function Sample({ offer, names, hasHeader }: { offer: ColumnOffer; names: string[]; hasHeader: boolean }) {
  const lines = hasHeader ? offer.sample.slice(1) : offer.sample;
  return (
    <Scroll label={words.firstLines(offer.file)}>
      <table className={table.table}>
        <caption>{words.firstLines(offer.file)}</caption>
        <thead>
          <tr>
            {names.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={place}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <tr key={line}>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface ColumnFormProps {
  offer: ColumnOffer;
  draft: ColumnDraft;
  onChange(draft: ColumnDraft): void;
}

/** Says which column of a file holds what. */
export function ColumnForm({ offer, draft, onChange }: ColumnFormProps) {
  const names = columnNames(offer, draft.hasHeader);
  const columns = names.map((name, place) => ({ value: String(place), label: name }));
  return (
    <Fieldset legend={offer.file} className={styles.columns}>
      <Text size="sm">{words.noSite(offer.rows)}</Text>
      <Sample offer={offer} names={names} hasHeader={draft.hasHeader} />
      <Checkbox
        label={words.namesColumns}
        checked={draft.hasHeader}
        onChange={(event) => onChange({ ...draft, hasHeader: event.currentTarget.checked })}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
        {MEANINGS.map(({ meaning, label }) => (
          <NativeSelect
            key={meaning}
            label={label}
            required={meaning === 'title'}
            value={String(draft.places[meaning])}
            data={[{ value: '-1', label: words.noColumn }, ...columns]}
            onChange={(event) =>
              onChange({
                ...draft,
                places: { ...draft.places, [meaning]: Number(event.currentTarget.value) },
              })
            }
          />
        ))}
        <NativeSelect
          label={words.bestRating}
          value={String(draft.scale)}
          data={['5', '10', '100']}
          onChange={(event) => onChange({ ...draft, scale: Number(event.currentTarget.value) })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {words.unratedWatched}
      </Text>
      <Checkbox
        label={words.leaveFileOut}
        checked={draft.isLeftOut}
        onChange={(event) => onChange({ ...draft, isLeftOut: event.currentTarget.checked })}
      />
    </Fieldset>
  );
}
