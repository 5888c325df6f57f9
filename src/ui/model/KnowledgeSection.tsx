import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { CAN_TELL, type GenreKnowledge, PERIODS, type Region } from '../../wnn/inspect/knowledge';
import links from '../common/links.module.css';
import { Scroll } from '../common/tables/Scroll';
import styles from './KnowledgeSection.module.css';
import { ModelSection } from './ModelSection';
import { useKnowledge } from './use-reading';

/** Genres named in a sentence. */
const NAMED = 4;

/** From this share of a genre's films on it is said to be known. */
const KNOWN = 0.3;

const shareOf = ({ films, told }: Region) => (films > 0 ? told / films : 0);

function Share({ region }: { region: Region }) {
  if (region.films === 0) {
    return (
      <td>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">no films</span>
      </td>
    );
  }
  const share = shareOf(region);
  return (
    <td
      style={{ '--share': `${Math.round(90 * share)}%` } as React.CSSProperties}
      title={`${region.told.toLocaleString('en')} of ${region.films.toLocaleString('en')} films`}
    >
      {Math.round(100 * share)}
    </td>
  );
}

/** The map is a table with shaded cells: the same for eyes and for ears. */
function KnowledgeTable({ genres }: { genres: readonly GenreKnowledge[] }) {
  return (
    <Scroll label="What it can tell about, by genre and decade">
      <table className={`${styles.knowledge} tabular`}>
        <caption>
          Of a hundred films of each kind, how many it can tell something of its own about: at least{' '}
          {Math.round(100 * CAN_TELL)} % of the nodes find a cell that your clicks have written.
        </caption>
        <thead>
          <tr>
            <th scope="col">Genre</th>
            <th scope="col">all</th>
            {PERIODS.map(({ label, short }) => (
              <th scope="col" key={label}>
                <span aria-hidden="true">{short}</span>
                <span className="visually-hidden">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {genres.map((genre) => (
            <tr key={genre.genre}>
              <th scope="row">{genre.genre}</th>
              <Share region={genre} />
              {PERIODS.map(({ label }, index) => (
                <Share key={label} region={genre.periods[index]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Where the model speaks from the person's clicks, and where it still goes by what everybody likes. */
export function KnowledgeSection() {
  const { all, genres } = useKnowledge();
  const bySurety = [...genres].sort((a, b) => shareOf(b) - shareOf(a) || b.films - a.films);
  const knows = bySurety.filter((genre) => shareOf(genre) >= KNOWN).slice(0, NAMED);
  const guesses = bySurety
    .filter((genre) => shareOf(genre) < KNOWN)
    .reverse()
    .slice(0, NAMED);
  const names = (some: readonly GenreKnowledge[]) => some.map(({ genre }) => genre).join(', ');
  return (
    <ModelSection name="sure" title="How sure it is">
      <div className={styles.sure}>
        <div className={styles.words}>
          <Text>
            It can tell something of its own about <strong>{all.told.toLocaleString('en')}</strong> of{' '}
            {all.films.toLocaleString('en')} films; about the others it mostly goes by what everybody likes.
          </Text>
          <dl className={styles.areas}>
            {knows.length > 0 && (
              <div>
                <dt>Knows your taste in</dt>
                <dd>{names(knows)}</dd>
              </div>
            )}
            {guesses.length > 0 && (
              <div>
                <dt>Still guessing about</dt>
                <dd>
                  {all.told === 0 ? 'everything' : names(guesses)}.{' '}
                  <Link href="/rate" className={links.quiet}>
                    Rate some
                  </Link>
                </dd>
              </div>
            )}
          </dl>
        </div>
        {all.told > 0 && <KnowledgeTable genres={bySurety} />}
      </div>
    </ModelSection>
  );
}
