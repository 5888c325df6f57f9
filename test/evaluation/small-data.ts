import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../../src/data/catalogue';
import type { Dataset } from '../../src/data/dataset';
import type { Ratings } from '../../src/data/ratings';
import type { EvaluationOptions } from '../../src/evaluation/types';
import { createRandom } from '../../src/lib/random';

/** One rating of a hand-made data set. */
export interface RatingRow {
  user: number;
  item: number;
  stars: number;
  time: number;
}

export function catalogueOf(count: number): Catalogue {
  const random = createRandom(count);
  const upTo = (bound: number) => Uint32Array.from({ length: count }, () => random.integer(bound));
  return {
    count,
    movieId: Uint32Array.from({ length: count }, (_, i) => 10 * i + 1),
    title: Array.from({ length: count }, (_, i) => `Film ${i}`),
    alternateTitles: Array.from({ length: count }, () => []),
    year: Uint16Array.from(upTo(60), (age) => 1955 + age),
    genres: upTo(2 ** GENRES.length),
    tmdbId: Uint32Array.from({ length: count }, (_, i) => i + 1),
    imdbId: new Uint32Array(count),
    language: new Uint8Array(count),
    languages: [''],
    runtime: Uint16Array.from(upTo(90), (more) => 80 + more),
    voteAverage: new Uint8Array(count).fill(NO_VOTE_AVERAGE),
    voteCount: new Uint32Array(count),
    keywordOffsets: new Uint32Array(count + 1),
    keywordIds: new Uint16Array(0),
    keywords: [],
    tmdbGenres: new Uint32Array(count),
    tmdbGenreNames: [],
    collections: [''],
    collection: new Uint16Array(count),
    published: null,
  };
}

export function ratingsOf(rows: RatingRow[]): Ratings {
  const sorted = [...rows].sort((a, b) => a.user - b.user || a.time - b.time || a.item - b.item);
  const userId = [...new Set(sorted.map(({ user }) => user))];
  return {
    userCount: userId.length,
    count: sorted.length,
    userId: Uint32Array.from(userId),
    offsets: Uint32Array.from([0, ...userId.map((id) => sorted.filter(({ user }) => user <= id).length)]),
    item: Uint32Array.from(sorted, ({ item }) => item),
    halfStars: Uint8Array.from(sorted, ({ stars }) => 2 * stars),
    timestamp: Uint32Array.from(sorted, ({ time }) => time),
  };
}

/** Users who rate films at random, with tastes of their own, some at the same second. */
export function randomRows(userCount: number, filmCount: number, perUser: number, seed = 1): RatingRow[] {
  const random = createRandom(seed);
  return Array.from({ length: userCount }, (_, u) => {
    const films = random.shuffle(Array.from({ length: filmCount }, (_, i) => i)).slice(0, perUser);
    const mood = random.normal() / 2;
    return films.map((item, r) => {
      const stars = Math.round(2 * (3.4 + mood + (item % 5) / 4 + random.normal() * 0.8)) / 2;
      return {
        user: 3 * u + 2,
        item,
        stars: Math.min(5, Math.max(0.5, stars)),
        time: 1000 + Math.floor(r / 3),
      };
    });
  }).flat();
}

export function smallDataset(userCount = 30, filmCount = 60, perUser = 25): Dataset {
  return { catalogue: catalogueOf(filmCount), ratings: ratingsOf(randomRows(userCount, filmCount, perUser)) };
}

export function optionsOf(changed: Partial<EvaluationOptions>): EvaluationOptions {
  return {
    protocol: 'new-user',
    models: ['constant', 'bias'],
    split: 'random',
    feedback: 'stars',
    fit: 'quick',
    join: 'corrected',
    users: 10,
    ratings: 20,
    folds: 5,
    seed: 1,
    seeds: 1,
    ...changed,
  };
}
