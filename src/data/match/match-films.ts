import { type Candidate, FIT, FITS, type Fit, filmsById, filmsByName, hasNamesake } from './candidates';
import type { FilmClue } from './film-clue';
import type { FilmIndex } from './film-index';
import { type ClueGroup, groupClues } from './group-clues';

/** How a film was recognized without doubt. */
type SureBy = 'id' | 'title' | 'neighbour-year';

/**
 * Why a person should look: another film fits as well; its year is a few off, or not known; the name is a shorter or
 * longer one, or has a slip; the ids or the title say otherwise; two rows claim the same film.
 */
export type DoubtWhy = 'twins' | 'year' | 'no-year' | 'name' | 'ids-differ' | 'claimed-twice';

/**
 * Why no film was found: newer than all of the catalogue; the catalogue has a film of that name from another year, or one
 * that is easily taken for it; it has none of that name; the one that it has is another row's.
 */
export type MissingWhy = 'newer' | 'other-film' | 'unknown' | 'taken';

/** What became of rows that name one film. */
export interface FilmMatch {
  /** Places of the rows among all clues, ascending. */
  rows: number[];
  /** What the rows say of the film. */
  clue: FilmClue;
  outcome:
    | { kind: 'sure'; item: number; by: SureBy }
    | { kind: 'doubtful'; why: DoubtWhy; candidates: number[] }
    | { kind: 'missing'; why: MissingWhy; inCatalogue: boolean }
    | { kind: 'series' };
}

/** Most films that are offered where one is in doubt. */
const MOST_CANDIDATES = 6;

/** A group on its way to a match. */
interface Open extends ClueGroup {
  candidates: Candidate[];
  isTaken: boolean;
}

const DOUBT: Record<Fit, DoubtWhy> = {
  [FIT.id]: 'ids-differ',
  [FIT.exactYear]: 'twins',
  [FIT.looseYear]: 'twins',
  [FIT.exactNeighbour]: 'year',
  [FIT.looseNeighbour]: 'year',
  [FIT.part]: 'name',
  [FIT.slip]: 'name',
  [FIT.noYear]: 'no-year',
  [FIT.nearYear]: 'year',
};

/** Fits that leave no doubt where only one film has them. */
const SURE: Partial<Record<Fit, SureBy>> = {
  [FIT.id]: 'id',
  [FIT.exactYear]: 'title',
  [FIT.looseYear]: 'title',
  [FIT.exactNeighbour]: 'neighbour-year',
};

/** Whether a film's name is the clue's, or its year at most one away: one of the two is enough where an id agrees. */
function isPlausible(
  { catalogue }: FilmIndex,
  item: number,
  { title, year }: FilmClue,
  named: Candidate[],
): boolean {
  if (title === '' || named.some(({ film }) => film === item)) return true;
  return year === undefined || catalogue.year[item] === 0 || Math.abs(catalogue.year[item] - year) <= 1;
}

/** Whether the catalogue knows other ids of the film than the clue has. */
function differsById({ catalogue }: FilmIndex, item: number, { tmdbId = 0, imdbId = 0 }: FilmClue): boolean {
  const differ = (known: number, said: number) => known > 0 && said > 0 && known !== said;
  return differ(catalogue.tmdbId[item], tmdbId) || differ(catalogue.imdbId[item], imdbId);
}

/**
 * Finds the films that somebody's rows name. One film for one group of rows at most: ids first, then the exact name in the
 * exact year, then spellings of it, then the year beside. What fits two films, or what two groups fit equally well, is
 * never decided but offered. The same outcome for the same rows in any order.
 * @param clues one a row, of one source
 * @param onRows called as it goes, with how many rows have been looked up
 * @returns one a film, by its first row
 */
export function matchFilms(
  index: FilmIndex,
  clues: readonly FilmClue[],
  onRows: (rows: number) => void = () => {},
): FilmMatch[] {
  const done = new Map<ClueGroup, FilmMatch['outcome']>();
  const groups = groupClues(clues);
  const open: Open[] = [];
  let rows = 0;
  for (const group of groups) {
    rows += group.rows.length;
    onRows(rows);
    if (group.clue.isSeries) done.set(group, { kind: 'series' });
    else open.push(Object.assign(group, { candidates: candidatesOf(index, group), isTaken: false }));
  }
  const held = decide(index, open, done);
  for (const group of open) {
    const outcome = done.get(group);
    if (!outcome) done.set(group, missing(index, group));
    else if (outcome.kind === 'doubtful') done.set(group, withoutHeld(outcome, held));
  }
  return groups.map((group) => ({
    rows: group.rows,
    clue: group.clue,
    outcome: done.get(group) ?? { kind: 'series' },
  }));
}

function candidatesOf(index: FilmIndex, { clue }: ClueGroup): Candidate[] {
  // Another film by its id is meant only where name and year are the same.
  const named = filmsByName(index, clue).filter(
    ({ film, fit }) => fit <= FIT.looseYear || film < 0 || !differsById(index, film, clue),
  );
  const ids = filmsById(index, clue);
  if (ids.length === 0) return named;
  const [first] = ids;
  if (ids.length === 1 && isPlausible(index, first, clue, named)) return [{ film: first, fit: FIT.id }];
  // What the ids say and what the title says, as equals: a person should look.
  const films = [...new Set([...ids, ...named.filter(({ film }) => film >= 0).map(({ film }) => film)])];
  return [...films.map((film): Candidate => ({ film, fit: FIT.id })), { film: -Infinity, fit: FIT.id }];
}

/** A doubt without the films that other rows hold for sure. */
function withoutHeld(
  doubt: Extract<FilmMatch['outcome'], { kind: 'doubtful' }>,
  held: ReadonlySet<number>,
): FilmMatch['outcome'] {
  const candidates = doubt.candidates.filter((item) => !held.has(item)).slice(0, MOST_CANDIDATES);
  if (candidates.length === 0) return { kind: 'missing', why: 'taken', inCatalogue: true };
  return { ...doubt, candidates };
}

/**
 * Goes from the best fit to the worst; each round sees all groups at once, so that their order says nothing.
 * @returns the films that are held for sure
 */
function decide(
  index: FilmIndex,
  open: readonly Open[],
  done: Map<ClueGroup, FilmMatch['outcome']>,
): ReadonlySet<number> {
  const held = new Set<number>();
  const doubted = new Set<number>();
  for (const fit of FITS) {
    const claims = new Map<number, Open[]>();
    const unsure: { group: Open; why: DoubtWhy }[] = [];
    for (const group of open) {
      if (done.has(group)) continue;
      const fitting = group.candidates.filter((candidate) => candidate.fit === fit);
      const free = fitting.filter(({ film }) => !held.has(film));
      if (free.length < fitting.length) group.isTaken = true;
      if (free.length === 0) continue;
      const [{ film }] = free;
      if (fitting.length === 1 && film < 0) {
        // A film that the catalogue lacks, unless one of its own is meant whose year is a little off.
        if (mayBeMeant(group)) unsure.push({ group, why: 'twins' });
        else done.set(group, missing(index, group));
      } else if (fitting.length > 1) unsure.push({ group, why: fit === FIT.id ? 'ids-differ' : 'twins' });
      else if (fit !== FIT.id && differsById(index, film, group.clue))
        unsure.push({ group, why: 'ids-differ' });
      else if (fit !== FIT.id && group.hasTwin) unsure.push({ group, why: 'twins' });
      else if (SURE[fit] === undefined) unsure.push({ group, why: DOUBT[fit] });
      else {
        const others = claims.get(film);
        if (others) others.push(group);
        else claims.set(film, [group]);
      }
    }
    for (const [film, claimants] of claims) {
      const by = SURE[fit];
      if (by !== undefined && claimants.length === 1 && !doubted.has(film)) {
        done.set(claimants[0], { kind: 'sure', item: film, by });
        held.add(film);
      } else for (const group of claimants) unsure.push({ group, why: 'claimed-twice' });
    }
    for (const { group, why } of unsure) {
      const films = group.candidates.map((candidate) => candidate.film).filter((film) => film >= 0);
      for (const candidate of group.candidates) if (candidate.fit === fit) doubted.add(candidate.film);
      done.set(group, { kind: 'doubtful', why, candidates: films });
    }
  }
  return held;
}

/** Whether a film of the catalogue has the name, and its year is at most one away. */
function mayBeMeant({ candidates }: Open): boolean {
  return candidates.some(({ film, fit }) => film >= 0 && fit <= FIT.looseNeighbour);
}

function missing(index: FilmIndex, { clue, isTaken }: Open): FilmMatch['outcome'] {
  if (isTaken) return { kind: 'missing', why: 'taken', inCatalogue: true };
  const why =
    (clue.year ?? 0) > index.newestYear ? 'newer' : hasNamesake(index, clue) ? 'other-film' : 'unknown';
  return { kind: 'missing', why, inCatalogue: false };
}
