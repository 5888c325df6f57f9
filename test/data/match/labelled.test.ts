import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { FilmClue } from '../../../src/data/match/film-clue';
import { type FilmMatch, matchFilms } from '../../../src/data/match/match-films';
import { bundledDataset } from '../../fixtures/bundled';
import { bundledIndex } from '../../fixtures/imports/films';

/** A row as a person labelled it: the right film, or none; ambiguous where title and year alone cannot tell. */
interface Labelled {
  source: string;
  title: string;
  year: string;
  imdbId: string;
  movieId: string;
  ambiguous: string;
}

const { catalogue } = bundledDataset();
const text = readFileSync(new URL('../../fixtures/imports/labelled.csv', import.meta.url), 'utf8');
const rows = Papa.parse<Labelled>(text, { header: true, skipEmptyLines: true }).data;

function clueOf({ title, year, imdbId }: Labelled): FilmClue {
  return { title, year: Number(year), ...(imdbId && { imdbId: Number(imdbId.slice(2)) }) };
}

/** The outcome of each row, with the other rows of its source around it or alone. */
function outcomesOf(source: Labelled[], together: boolean): FilmMatch['outcome'][] {
  if (!together) return source.map((row) => matchFilms(bundledIndex(), [clueOf(row)])[0].outcome);
  const found: FilmMatch['outcome'][] = [];
  for (const match of matchFilms(bundledIndex(), source.map(clueOf))) {
    for (const row of match.rows) found[row] = match.outcome;
  }
  return found;
}

describe.each(['letterboxd', 'imdb'])('labelled rows of %s', (name) => {
  const source = rows.filter((row) => row.source === name);

  test.each([true, false])('97 in a hundred are found and none is wrong (together: %s)', (together) => {
    const outcomes = outcomesOf(source, together);
    let [there, found] = [0, 0];
    const wrong: string[] = [];
    source.forEach(({ title, year, movieId, ambiguous }, at) => {
      const outcome = outcomes[at];
      const item = outcome.kind === 'sure' ? outcome.item : -1;
      const isRight = item >= 0 && String(catalogue.movieId[item]) === movieId;
      if (item >= 0 && !isRight) wrong.push(`${title} (${year}): ${catalogue.title[item]}`);
      if (ambiguous) {
        const offered = outcome.kind === 'doubtful' ? outcome.candidates : [];
        const ids = offered.map((candidate) => String(catalogue.movieId[candidate]));
        if (!ids.includes(movieId)) wrong.push(`${title} (${year}) is not offered`);
      } else if (movieId !== '') {
        there++;
        if (isRight) found++;
      }
    });
    expect(wrong).toEqual([]);
    expect(there).toBeGreaterThan(40);
    expect(found / there).toBeGreaterThanOrEqual(0.97);
  });
});
