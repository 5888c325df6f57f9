import { Text, Title } from '@mantine/core';
import type { ToldDirection } from '../../wnn/inspect/taste-directions';
import { useLibrary } from '../common/app-context';
import styles from './BesideSection.module.css';

/** Distances, in spreads among people, from which on the words are stronger. */
const CLEARLY = 1;
const FAR = 2;

function howFar({ coefficient, spread }: ToldDirection): string {
  const away = Math.abs(coefficient) / spread;
  if (away >= FAR) return 'far more';
  return away >= CLEARLY ? 'clearly more' : 'somewhat more';
}

/** Names of films in a row: "A, B and C". */
function Films({ films }: { films: readonly number[] }) {
  const { catalogue } = useLibrary();
  return films.map((film, index) => (
    <span key={film}>
      {index > 0 && (index === films.length - 1 ? ' and ' : ', ')}
      <strong>{catalogue.title[film]}</strong>
    </span>
  ));
}

function Told({ direction }: { direction: ToldDirection }) {
  const { more, less, ofAll } = direction;
  if (ofAll) {
    return (
      <li>
        You are {more.length > 0 ? 'easier' : 'harder'} to please than most people, whatever the film; by{' '}
        <Films films={[...more, ...less]} />, say.
      </li>
    );
  }
  return (
    <li>
      {more.length > 0 && (
        <>
          Films like <Films films={more} /> please you {howFar(direction)} than they please most people.{' '}
        </>
      )}
      {less.length > 0 && (
        <>
          Films like <Films films={less} /> please you less{more.length === 0 && ' than most people'}.
        </>
      )}
    </li>
  );
}

/** How a person's taste differs from most people's, told by well-known films. */
export function TasteDirections({ told, answers }: { told: readonly ToldDirection[]; answers: number }) {
  return (
    <section aria-label="Your taste beside most people’s" className={styles.part}>
      <Title order={3}>Your taste beside most people’s</Title>
      {told.length > 0 ? (
        <ul className={styles.directions}>
          {told.map((direction) => (
            <Told key={direction.number} direction={direction} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          Nothing sets you apart yet after {answers} {answers === 1 ? 'answer' : 'answers'}. It speaks only
          when it can tell a difference from chance.
        </Text>
      )}
    </section>
  );
}
