import { Title } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Catalogue, genresOf, NO_VOTE_AVERAGE } from '../../data/catalogue';
import { pagesOf } from '../../data/films/film-pages';
import type { ItemEffects } from '../../data/item-effects';
import { languageName } from '../../data/language-name';
import { useLibrary } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './FilmPage.module.css';

/** "1 h 57 min". */
function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

const many = (n: number) => n.toLocaleString('en');

/** What is known of a film, in the order in which it is shown; what is not known is left out. */
function factsOf(
  catalogue: Catalogue,
  effects: ItemEffects,
  item: number,
): [name: string, fact: ReactNode][] {
  const { alternateTitles, year, runtime, language, languages, collection, collections } = catalogue;
  const { voteAverage, voteCount } = catalogue;
  const genres = genresOf(catalogue, item);
  const names = alternateTitles[item];
  const ratings = effects.ratings[item];
  const voted = voteAverage[item] !== NO_VOTE_AVERAGE && voteCount[item] > 0;
  const facts: [string, ReactNode][] = [
    ['Also called', names.join('; ')],
    ['Year', year[item] > 0 && String(year[item])],
    ['Length', runtime[item] > 0 && lengthOf(runtime[item])],
    [genres.length === 1 ? 'Genre' : 'Genres', genres.join(', ')],
    ['Language', language[item] > 0 && languageName(languages[language[item]])],
    ['Series', collection[item] > 0 && collections[collection[item]].replace(/ Collection$/, '')],
    ['Here', ratings > 0 && `${many(effects.likes[item])} of ${many(ratings)} people liked it`],
    ['On TMDB', voted && `${(voteAverage[item] / 10).toFixed(1)} of 10, ${many(voteCount[item])} votes`],
  ];
  return facts.filter(([, fact]) => Boolean(fact));
}

/** The film's facts, and the way to its pages elsewhere. */
export function FilmFacts({ item }: { item: number }) {
  const { catalogue, effects } = useLibrary();
  const pages = pagesOf(catalogue, item);
  return (
    <section className={styles.facts} aria-labelledby="facts-title">
      <Title order={2} size="h4" id="facts-title">
        The film
      </Title>
      <dl>
        {factsOf(catalogue, effects, item).map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {pages.length > 0 && (
        <p className={styles.elsewhere}>
          {pages.map(({ site, address }) => (
            <a key={site} href={address} target="_blank" rel="noopener noreferrer" className={links.quiet}>
              {site} <ExternalLink size={14} aria-hidden />
              <span className="visually-hidden"> (opens in a new tab)</span>
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
