import { CsvError, readCsvTable } from './csv-table';
import { readPlainText } from './plain-text';
import { MAX_ID } from './wrong-line';

/** Names of the two files of the tag genome (Vig, Sen and Riedl 2012): in ML-20M, ML-25M and the full edition. */
const [SCORES, TAGS] = ['genome-scores.csv', 'genome-tags.csv'];

/** A film gets at most so many tags of the genome as keywords, the most relevant ones. */
const MOST_TAGS = 10;
/** A tag says something of a film from this relevance on; relevance is 0..1. */
const LEAST_RELEVANCE = 0.5;
/** Longest line that is waited for, in characters: a score has some twenty. */
const LONGEST_LINE = 1000;

/** The most relevant tags of films, by MovieLens id. */
export type Genome = ReadonlyMap<number, readonly string[]>;

/** A film's most relevant tags so far, the most relevant first. */
interface Best {
  tag: number[];
  relevance: number[];
}

/**
 * Reads the tag genome: of each film the tags of relevance .5 and more, at most ten, the most relevant first, of equal ones
 * that with the lower number. The scores are read piece by piece; ten of them are held a film.
 * @param films how many a catalogue has at most: scores of more are refused
 * @throws CsvError naming file and line
 */
export async function readGenome(
  { scores, tags }: { scores: AsyncIterable<Uint8Array>; tags: Uint8Array },
  films: number,
): Promise<Genome> {
  const names = new Map<number, string>();
  for (const row of readCsvTable(readPlainText(tags, TAGS), TAGS, ['tagId', 'tag']))
    names.set(row.integer('tagId', 0, MAX_ID), row.text('tag').trim().toLowerCase());
  const best = new Map<number, Best>();
  const take = scoreLine(names, best, films);
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  for await (const piece of scores) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() as string;
    if (rest.length > LONGEST_LINE) throw new CsvError(SCORES, line + lines.length + 1, 'a line is too long');
    for (const text of lines) take(text, ++line);
  }
  if (rest !== '') take(rest, ++line);
  return new Map(Array.from(best, ([film, { tag }]) => [film, tag.map((id) => names.get(id) as string)]));
}

/** What takes one line of the scores. @param best is filled */
function scoreLine(names: ReadonlyMap<number, string>, best: Map<number, Best>, films: number) {
  return (text: string, line: number): void => {
    const cells = text.trim().split(',');
    if (line === 1) {
      if (cells.join(',').replace(/^\uFEFF/, '') !== 'movieId,tagId,relevance')
        throw new CsvError(SCORES, line, 'the columns should be movieId,tagId,relevance');
      return;
    }
    if (cells.length === 1 && cells[0] === '') return;
    const [film, tag, relevance] = cells.map(Number);
    if (cells.length !== 3 || !isId(film) || !names.has(tag) || !(relevance >= 0 && relevance <= 1.001))
      throw new CsvError(
        SCORES,
        line,
        'a film, a tag of genome-tags.csv and a relevance from 0 to 1 are expected',
      );
    if (relevance < LEAST_RELEVANCE) return;
    const own = best.get(film) ?? { tag: [], relevance: [] };
    if (own.tag.length === 0) {
      if (best.size >= films) throw new CsvError(SCORES, line, 'there are more films than can be read');
      best.set(film, own);
    }
    insert(own, tag, relevance);
  };
}

function isId(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_ID;
}

function insert(own: Best, tag: number, relevance: number): void {
  let place = own.tag.length;
  const isBehind = (at: number) =>
    own.relevance[at] < relevance || (own.relevance[at] === relevance && own.tag[at] > tag);
  while (place > 0 && isBehind(place - 1)) place--;
  if (place >= MOST_TAGS) return;
  own.tag.splice(place, 0, tag);
  own.relevance.splice(place, 0, relevance);
  own.tag.length = Math.min(own.tag.length, MOST_TAGS);
  own.relevance.length = own.tag.length;
}
