import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { CAN_TELL, type GenreKnowledge, PERIODS, type Region } from '../../wnn/inspect/knowledge';
import * as words from '../../words/en/model/knowledge';
import links from '../common/links.module.css';
import { sentence } from '../common/sentence';
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
        <span className="visually-hidden">{words.noFilms}</span>
      </td>
    );
  }
  const share = shareOf(region);
  return (
    <td
      style={{ '--share': `${Math.round(90 * share)}%` } as React.CSSProperties}
      title={words.toldOf(region.told, region.films)}
    >
      {Math.round(100 * share)}
    </td>
  );
}

/** The map is a table with shaded cells: the same for eyes and for ears. */
function KnowledgeTable({ genres }: { genres: readonly GenreKnowledge[] }) {
  return (
    <Scroll label={words.table}>
      <table className={`${styles.knowledge} tabular`}>
        <caption>{words.ofHundred(Math.round(100 * CAN_TELL))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.genre}</th>
            <th scope="col">{words.all}</th>
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
  const names = (some: readonly GenreKnowledge[]) => some.map(({ genre }) => genre);
  return (
    <ModelSection name="sure" title={words.title}>
      <div className={styles.sure}>
        <div className={styles.words}>
          <Text>{sentence(words.canTell(all.told, all.films, (told) => <strong>{told}</strong>))}</Text>
          <dl className={styles.areas}>
            {knows.length > 0 && (
              <div>
                <dt>{words.knows}</dt>
                <dd>{words.names(names(knows))}</dd>
              </div>
            )}
            {guesses.length > 0 && (
              <div>
                <dt>{words.guesses}</dt>
                <dd>
                  {sentence(
                    words.guessesMore(all.told === 0 ? null : names(guesses), (text) => (
                      <Link href="/rate" className={links.quiet}>
                        {text}
                      </Link>
                    )),
                  )}
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
