/**
 * Writes the films that everybody is asked first, which a page shows before the catalogue has come:
 * `npx tsx datasets/first-films.ts`. With `--check` it writes nothing and exits with 1 if the committed file is another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { prepareData } from '../src/packs/public-data';
import { type EarlyFilm, earlyFilmOf } from '../src/state/platform/early-film';
import { emblemOf } from '../src/tiles/emblem-of';
import { nextFilms } from '../src/wnn/personal/asking/next-films';

/** As many as somebody may judge while the rest is loaded over a slow line. */
const COUNT = 24;
const FILE = new URL('../src/state/platform/first-films.json', import.meta.url);

const bundled = (file: string) => readFileSync(new URL(`../public/data/${file}`, import.meta.url));
const { data } = prepareData({
  kind: 'bundled',
  films: bundled('films.bin'),
  ratings: bundled('ratings.bin'),
  network: bundled('network-hybrid.bin'),
});
const items = nextFilms(data, { judgements: [], seed: 0, keep: [], skipped: [], count: COUNT });

/** A film with no more of its series and keywords than its tile needs: every page loads them. */
function shortened(film: EarlyFilm): EarlyFilm {
  const { series, keywords } = film;
  const ways = [
    { series: '', keywords: [] },
    { series, keywords: [] },
    ...keywords.map((keyword) => ({ series: '', keywords: [keyword] })),
  ];
  return { ...film, ...ways.find((facts) => emblemOf({ ...film, ...facts }) === emblemOf(film)) };
}

const films = items.map((item) => shortened(earlyFilmOf(data.catalogue, item)));
if (!process.argv.includes('--check')) writeFileSync(FILE, `${JSON.stringify(films, null, 2)}\n`);
else if (JSON.stringify(JSON.parse(readFileSync(FILE, 'utf8'))) !== JSON.stringify(films)) {
  console.error('The first films are not what the data give: npx tsx datasets/first-films.ts');
  process.exitCode = 1;
}
