import { Title } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Catalogue, genresOf, NO_VOTE_AVERAGE } from '../../data/catalogue';
import { pagesOf } from '../../data/films/film-pages';
import type { ItemEffects } from '../../data/item-effects';
import { languageName } from '../../data/language-name';
import * as words from '../../words/en/film/facts';
import { useLibrary } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './FilmPage.module.css';

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
    [words.alsoCalled, names.join('; ')],
    [words.year, year[item] > 0 && String(year[item])],
    [words.length, runtime[item] > 0 && words.duration(Math.floor(runtime[item] / 60), runtime[item] % 60)],
    [words.genres(genres.length), genres.join(', ')],
    [words.language, language[item] > 0 && languageName(languages[language[item]])],
    [words.series, collection[item] > 0 && collections[collection[item]].replace(/ Collection$/, '')],
    [words.here, ratings > 0 && words.peopleLiked(effects.likes[item], ratings)],
    [words.onTmdb, voted && words.tmdbVotes(voteAverage[item] / 10, voteCount[item])],
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
        {words.title}
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
              <span className="visually-hidden">{words.newTab}</span>
            </a>
          ))}
        </p>
      )}
    </section>
  );
}
