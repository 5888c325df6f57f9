import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { type BesideCells, WINDOWS } from '../../wnn/inspect/beside-cells';
import type { DislikedOfLate, LikedSeries, SeenOfLate } from '../../wnn/inspect/of-late';
import { useLibrary } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import styles from './BesideSection.module.css';
import { HowBeside } from './HowBeside';
import { ModelSection } from './ModelSection';
import { TasteDirections } from './TasteDirections';
import { useBeside } from './use-reading';

/** Films or series shown at first. */
const SHOWN = 5;

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

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
          {open ? 'Fewer' : `${entries.length - SHOWN} more`}
        </Button>
      )}
    </section>
  );
}

function Seen({ films, places, leaves }: SeenOfLate) {
  const { catalogue } = useLibrary();
  const taken =
    leaves === null
      ? `${films.length} of ${places} places are taken.`
      : `All ${places} places are taken: when you like one more film, or find it so-so, ${titleWithYear(catalogue, leaves)} leaves.`;
  return (
    <Part
      title="Seen of late"
      about={`What you liked or found so-so last says what you are likely to watch next. ${taken}`}
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
      title="Series you like"
      about={
        series.length > 0
          ? 'Once you like a film of a series, all its films go up in your list.'
          : 'None yet. Once you like a film of a series, all its films go up in your list.'
      }
      entries={series}
      line={({ series: index, liked, films, left, most }) => ({
        key: index,
        name: seriesName(catalogue.collections[index]),
        note: (
          <>
            {liked} of {count(films, 'film')} liked
            {most && <> · {left > 0 ? 'your last like, so the rest go up most' : 'your last like'}</>}
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
      title="Disliked of late"
      about={
        disliked.length > 0
          ? `For ${WINDOWS.disliked} answers a dislike pushes down the films that the same people like. The cells keep what it taught for good.`
          : `None among your last ${WINDOWS.disliked} answers. For that long, a dislike pushes down the films that the same people like.`
      }
      entries={disliked}
      line={({ film, answersLeft, takesMost }) => ({
        key: film,
        name: titleWithYear(catalogue, film),
        note: (
          <>
            {takesMost
              ? `pushes down ${titleWithYear(catalogue, takesMost.film)} most`
              : 'no film is enough like it'}
            , for {count(answersLeft, 'more answer')}
          </>
        ),
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
        <Text>
          All of this is <strong>{numbers.toLocaleString('en')} whole numbers</strong>. Take an answer back,
          and they are what they were without it.
        </Text>
        <HowBeside beside={beside} />
      </div>
    </div>
  );
}

/** What the model keeps that is not in cells: windows on the latest answers, series, sums along directions of taste. */
export function BesideSection() {
  const beside = useBeside();
  return (
    <ModelSection name="beside" title="What it keeps beside its cells">
      {beside ? (
        <Kept beside={beside} />
      ) : (
        <Text c="dimmed">
          Nothing yet. It will keep what you saw and disliked last, the series you like, and how your taste
          differs from most people’s.
        </Text>
      )}
    </ModelSection>
  );
}
