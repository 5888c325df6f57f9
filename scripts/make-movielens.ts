/**
 * Makes up a MovieLens folder of any size: `npm run generate -- --out DIR`.
 *
 * With `--tmdb` the films are described as in "The Movies Dataset" (`movies_metadata.csv`), which the paper used.
 *
 * `ratings.csv`, `movies.csv`, `links.csv` and a README, of the shape of MovieLens 32M unless told otherwise: few films that
 * many know and many that few know, people with 20 ratings or more, whose tastes can be learned. Nothing in them is real. The
 * same numbers and `--seed` give the same bytes.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../src/cli/option-values';
import { GENRES } from '../src/data/catalogue';
import { createRandom, deriveSeed, type Random } from '../src/lib/random';

/** Directions in which films and tastes differ. */
const TASTES = 6;
const FEWEST = 20;
/** 1995-01-09, where MovieLens begins, in seconds since 1970, and its length. */
const [BEGIN, LENGTH] = [789_652_009, 908_000_000];
/** Text that is written at once, in characters. */
const PIECE = 4_000_000;

const values = new Command('generate')
  .description('Makes up a MovieLens folder of any size; nothing in it is real.')
  .requiredOption('--out <folder>', 'the folder to write')
  .option('--films <number>', 'films', wholeNumber(80), 87_585)
  .option('--people <number>', 'people', wholeNumber(1), 200_948)
  .option('--ratings <number>', 'ratings, about', wholeNumber(1), 32_000_204)
  .option('--seed <number>', 'decides everything random', wholeNumber(0), 1)
  .option('--tmdb', 'describe films as The Movies Dataset does', false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ out: string; films: number; people: number; ratings: number; seed: number; tmdb: boolean }>();
const { out: folder, films, people, ratings: wanted, seed } = values;

/** A number of the normal distribution (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

interface Film {
  /** MovieLens ids grow with gaps. */
  movieId: number;
  genres: string[];
  quality: number;
  place: number[];
}

function makeFilms(): Film[] {
  const random = createRandom(deriveSeed(seed, 'films'));
  const meanings = GENRES.map(() => Array.from({ length: TASTES }, () => normal(random)));
  let movieId = 0;
  return Array.from({ length: films }, () => {
    movieId += 1 + random.integer(3);
    const own = random.shuffle([...GENRES.keys()]).slice(0, 1 + random.integer(3));
    const place = Array.from(
      { length: TASTES },
      (_, k) => own.reduce((sum, g) => sum + meanings[g][k], 0) / own.length + 0.6 * normal(random),
    );
    return { movieId, genres: own.map((g) => GENRES[g]), quality: 0.45 * normal(random), place };
  });
}

/** Draws films as they are known: the r-th best known one in proportion to 1 / (r + 30). */
function drawByFame(count: number): (random: Random) => number {
  const upTo = new Float64Array(count);
  let total = 0;
  for (let r = 0; r < count; r++) {
    total += 1 / (r + 30);
    upTo[r] = total;
  }
  return (random) => {
    const at = random.next() * total;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (upTo[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Writes lines as they come, a piece at a time. */
function openLines(file: string, header: string): { write(line: string): void; close(): void } {
  const place = openSync(file, 'w');
  let text = `${header}\n`;
  return {
    write(line) {
      text += `${line}\n`;
      if (text.length < PIECE) return;
      writeSync(place, text);
      text = '';
    },
    close() {
      writeSync(place, text);
      closeSync(place);
    },
  };
}

const METADATA_HEADER =
  'genres,id,original_language,original_title,title,release_date,runtime,vote_average,vote_count,belongs_to_collection';

function writeFilms(all: readonly Film[]): void {
  const random = createRandom(deriveSeed(seed, 'titles'));
  const [file, header] = values.tmdb
    ? ['movies_metadata.csv', METADATA_HEADER]
    : ['movies.csv', 'movieId,title,genres'];
  const movies = openLines(join(folder, file), header);
  const links = openLines(join(folder, 'links.csv'), 'movieId,imdbId,tmdbId');
  all.forEach(({ movieId, genres }, n) => {
    const year = 1920 + random.integer(104);
    // Half of them are MovieLens ids of other films too, as in the join that the paper used.
    const tmdbId = 1 + ((n * 7919) % (2 * films + 1));
    if (values.tmdb) {
      const list = genres.map((name, g) => `{'id': ${g}, 'name': '${name}'}`).join(', ');
      const votes = random.integer(2000);
      movies.write(
        `"[${list}]",${tmdbId},en,Made-up ${n},Made-up ${n},${year}-01-01,100.0,${4 + (n % 50) / 10},${votes},`,
      );
    } else movies.write(`${movieId},Made-up ${n} (${year}),${genres.join('|')}`);
    links.write(`${movieId},${String(9_000_000 + n).padStart(7, '0')},${tmdbId}`);
  });
  movies.close();
  links.close();
}

function writeRatings(all: readonly Film[]): number {
  const draw = drawByFame(all.length);
  const fame = createRandom(deriveSeed(seed, 'fame')).shuffle([...all.keys()]);
  const lines = openLines(join(folder, 'ratings.csv'), 'userId,movieId,rating,timestamp');
  // People have 20 ratings and a rest of which few have much.
  const rest = Math.max(1, wanted / people - FEWEST);
  // The paper asks for a thousand people with 500 ratings each, of which half find a film in the join that it used.
  const [spread, shift] = values.tmdb ? [1.5, 1.125] : [1.1, 0.605];
  let written = 0;
  for (let user = 1; user <= people; user++) {
    const random = createRandom(deriveSeed(seed, 'person', user));
    const taste = Array.from({ length: TASTES }, () => 0.25 * normal(random));
    const generosity = 0.35 * normal(random);
    const most = Math.floor(all.length / 4);
    const own = Math.min(most, Math.round(FEWEST + rest * Math.exp(spread * normal(random) - shift)));
    const seen = new Set<number>();
    while (seen.size < own) seen.add(fame[draw(random)]);
    let time = BEGIN + random.integer(LENGTH);
    for (const film of seen) {
      const { movieId, quality, place } = all[film];
      const felt = place.reduce(
        (sum, p, k) => sum + p * taste[k],
        3.5 + quality + generosity + 0.8 * normal(random),
      );
      time += random.integer(60);
      lines.write(`${user},${movieId},${Math.min(10, Math.max(1, Math.round(2 * felt))) / 2},${time}`);
    }
    written += own;
  }
  lines.close();
  return written;
}

mkdirSync(folder, { recursive: true });
const all = makeFilms();
writeFilms(all);
writeFileSync(
  join(folder, 'README.txt'),
  'Made up by npm run generate; nothing here is real.\n\nUsage License\n=============\n\nThe user may redistribute the data set.\n',
);
console.log(`${folder}: ${films} films, ${people} people, ${writeRatings(all)} ratings`);
