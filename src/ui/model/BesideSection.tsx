import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { type BesideCells, WINDOWS } from '../../wnn/inspect/beside-cells';
import type { DislikedOfLate, LikedSeries, SeenOfLate } from '../../wnn/inspect/of-late';
import * as words from '../../words/en/model/beside';
import * as screenWords from '../../words/en/model/screen';
import { useLibrary } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import { sentence } from '../common/sentence';
import styles from './BesideSection.module.css';
import { HowBeside } from './HowBeside';
import { ModelSection } from './ModelSection';
import { TasteDirections } from './TasteDirections';
import { useBeside } from './use-reading';

/** Films or series shown at first. */
const SHOWN = 5;

interface PartProps<T> {
  title: string;
  /** What the part is for, in a sentence. */
  about: ReactNode;
  entries: readonly T[];
  line: (entry: T) => { key: number; name: string; note?: ReactNode };
}

/** One kind of thing that is kept, newest or strongest first, a few of it shown. */
function Part<T>({ title, about, entries, line }: PartProps<T>) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section aria-label={title} className={styles.part}>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {entries.length > 0 && (
        <ol className={styles.entries}>
          {entries
            .slice(0, open ? entries.length : SHOWN)
            .map(line)
            .map(({ key, name, note }) => (
              <li key={key}>
                <span className={styles.name}>{name}</span>
                {note && <span className={styles.note}>{note}</span>}
              </li>
            ))}
        </ol>
      )}
      {entries.length > SHOWN && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.more}
          onClick={toggle}
          aria-expanded={open}
        >
          {open ? screenWords.fewer : screenWords.more(entries.length - SHOWN)}
        </Button>
      )}
    </section>
  );
}

function Seen({ films, places, leaves }: SeenOfLate) {
  const { catalogue } = useLibrary();
  const taken =
    leaves === null
      ? words.placesTaken(films.length, places)
      : words.allTaken(places, titleWithYear(catalogue, leaves));
  return (
    <Part
      title={words.seen}
      about={`${words.seenAbout} ${taken}`}
      entries={films}
      line={(film) => ({ key: film, name: titleWithYear(catalogue, film) })}
    />
  );
}

/** "The Lord of the Rings" of "The Lord of the Rings Collection". */
const seriesName = (collection: string) => collection.replace(/ collection$/i, '');

function Series({ series }: { series: readonly LikedSeries[] }) {
  const { catalogue } = useLibrary();
  return (
    <Part
      title={words.series}
      about={series.length > 0 ? words.seriesAbout : words.seriesNone}
      entries={series}
      line={({ series: index, liked, films, left, most }) => ({
        key: index,
        name: seriesName(catalogue.collections[index]),
        note: (
          <>
            {words.seriesLiked(liked, films)}
            {most && <> · {left > 0 ? words.lastLikeRest : words.lastLike}</>}
          </>
        ),
      })}
    />
  );
}

function Disliked({ disliked }: { disliked: readonly DislikedOfLate[] }) {
  const { catalogue } = useLibrary();
  return (
    <Part
      title={words.disliked}
      about={
        disliked.length > 0 ? words.dislikedAbout(WINDOWS.disliked) : words.dislikedNone(WINDOWS.disliked)
      }
      entries={disliked}
      line={({ film, answersLeft, takesMost }) => ({
        key: film,
        name: titleWithYear(catalogue, film),
        note: takesMost
          ? words.pushesDown(titleWithYear(catalogue, takesMost.film), answersLeft)
          : words.pushesNone(answersLeft),
      })}
    />
  );
}

function Kept({ beside }: { beside: BesideCells }) {
  const { seen, series, disliked, told, directions, size } = beside;
  const numbers = size.taste + size.tables + size.answers;
  return (
    <div className={styles.kept}>
      <div className={styles.parts}>
        <Seen {...seen} />
        <Series series={series} />
        {disliked && <Disliked disliked={disliked} />}
      </div>
      {directions.length > 0 && <TasteDirections told={told} answers={size.answers} />}
      <div>
        <Text>{sentence(words.allOfThis(numbers, (text) => <strong>{text}</strong>))}</Text>
        <HowBeside beside={beside} />
      </div>
    </div>
  );
}

/** What the model keeps that is not in cells: windows on the latest answers, series, sums along directions of taste. */
export function BesideSection() {
  const beside = useBeside();
  return (
    <ModelSection name="beside" title={words.title}>
      {beside ? <Kept beside={beside} /> : <Text c="dimmed">{words.nothingYet}</Text>}
    </ModelSection>
  );
}
