import type { Catalogue } from '../catalogue';
import { readCsvTable } from './csv-table';
import type { Genome } from './read-genome';
import { MAX_ID } from './wrong-line';

/** A tag becomes a keyword of a film once this many people have given it. */
const TAG_USERS = 2;

/**
 * Tags that several people gave become keywords of films that have none.
 * @param text of `tags.csv`: `userId,movieId,tag,timestamp`.
 * @param catalogue is changed in place, once all of the text has been read.
 * @param itemOf index of each movie id in the catalogue.
 * @throws CsvError naming file and line.
 */
export function addTags(text: string, catalogue: Catalogue, itemOf: ReadonlyMap<number, number>): void {
  const users = new Map<string, Set<number>>();
  for (const row of readCsvTable(text, 'tags.csv', ['userId', 'movieId', 'tag', 'timestamp'])) {
    const item = itemOf.get(row.integer('movieId', 0, MAX_ID));
    const user = row.integer('userId', 0, MAX_ID);
    const tag = row.text('tag').trim().toLowerCase();
    if (item === undefined || tag === '') continue;
    if (catalogue.keywordOffsets[item + 1] > catalogue.keywordOffsets[item]) continue;
    const key = `${item}\t${tag}`;
    const given = users.get(key) ?? new Set();
    users.set(key, given.add(user));
  }
  const lists = keywordLists(catalogue);
  for (const [key, given] of users) {
    if (given.size < TAG_USERS) continue;
    const [item, tag] = key.split('\t');
    lists[Number(item)].push(tag);
  }
  setKeywords(catalogue, lists);
}

/**
 * The tags of the genome become keywords of films that have none.
 * @param catalogue is changed in place. @param itemOf index of each movie id in the catalogue.
 */
export function addGenome(genome: Genome, catalogue: Catalogue, itemOf: ReadonlyMap<number, number>): void {
  const lists = keywordLists(catalogue);
  for (const [film, tags] of genome) {
    const item = itemOf.get(film);
    if (item !== undefined && lists[item].length === 0) lists[item] = [...new Set(tags)];
  }
  setKeywords(catalogue, lists);
}

function keywordLists({ count, keywordOffsets, keywordIds, keywords }: Catalogue): string[][] {
  return Array.from({ length: count }, (_, i) =>
    Array.from(keywordIds.subarray(keywordOffsets[i], keywordOffsets[i + 1]), (id) => keywords[id]),
  );
}

/** Keywords of at least two films, the most frequent first, as many as ids allow. */
function setKeywords(catalogue: Catalogue, lists: string[][]): void {
  const films = new Map<string, number>();
  for (const list of lists) for (const keyword of list) films.set(keyword, (films.get(keyword) ?? 0) + 1);
  catalogue.keywords = [...films]
    .filter(([, n]) => n >= 2)
    .sort(([a, nOfA], [b, nOfB]) => nOfB - nOfA || (a < b ? -1 : 1))
    .slice(0, 0xffff)
    .map(([keyword]) => keyword);
  const idOf = new Map(catalogue.keywords.map((keyword, id) => [keyword, id]));
  const ids = lists.map((list) => list.flatMap((keyword) => idOf.get(keyword) ?? []).sort((a, b) => a - b));
  catalogue.keywordIds = Uint16Array.from(ids.flat());
  ids.forEach((list, i) => {
    catalogue.keywordOffsets[i + 1] = catalogue.keywordOffsets[i] + list.length;
  });
}
