import { Text, Title } from '@mantine/core';
import type { ToldDirection } from '../../wnn/inspect/taste-directions';
import * as words from '../../words/en/model/beside';
import { useLibrary } from '../common/app-context';
import { sentence } from '../common/sentence';
import styles from './BesideSection.module.css';

/** Distances, in spreads among people, from which on the words are stronger. */
const CLEARLY = 1;
const FAR = 2;

function howFar({ coefficient, spread }: ToldDirection): string {
  const away = Math.abs(coefficient) / spread;
  if (away >= FAR) return words.farMore;
  return away >= CLEARLY ? words.clearlyMore : words.somewhatMore;
}

/** Names of films in a row: "A, B and C". */
function Films({ films }: { films: readonly number[] }) {
  const { catalogue } = useLibrary();
  return sentence(words.films(films.map((film) => <strong key={film}>{catalogue.title[film]}</strong>)));
}

function Told({ direction }: { direction: ToldDirection }) {
  const { more, less, ofAll } = direction;
  if (ofAll) {
    const films = <Films films={[...more, ...less]} />;
    return <li>{sentence(more.length > 0 ? words.easier(films) : words.harder(films))}</li>;
  }
  return (
    <li>
      {more.length > 0 && <>{sentence(words.pleaseMore(<Films films={more} />, howFar(direction)))} </>}
      {less.length > 0 &&
        sentence((more.length > 0 ? words.pleaseLess : words.pleaseLessThanMost)(<Films films={less} />))}
    </li>
  );
}

/** How a person's taste differs from most people's, told by well-known films. */
export function TasteDirections({ told, answers }: { told: readonly ToldDirection[]; answers: number }) {
  return (
    <section aria-label={words.directions} className={styles.part}>
      <Title order={3}>{words.directions}</Title>
      {told.length > 0 ? (
        <ul className={styles.directions}>
          {told.map((direction) => (
            <Told key={direction.number} direction={direction} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {words.nothingApart(answers)}
        </Text>
      )}
    </section>
  );
}
