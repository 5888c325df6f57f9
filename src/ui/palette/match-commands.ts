/** What can be called by its name. */
export interface Named {
  /** As it is shown. */
  name: string;
  /** Other words that it is found by. */
  also?: string;
}

/** The words of a text as they are compared: without accents and case. */
function wordsOf(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Where the first word that begins like a written one stands; -1 where none does. */
const placeOf = (words: readonly string[], begun: string) =>
  words.findIndex((word) => word.startsWith(begun));

/**
 * What a query calls: each of its words begins a word of the name, or of what the thing is also found by. Those whose names
 * begin like the query come first, then those whose names hold it, each in the order given. Nothing written calls all.
 */
export function matchCommands<T extends Named>(commands: readonly T[], query: string): T[] {
  const written = wordsOf(query);
  if (written.length === 0) return [...commands];
  const ranked = commands.flatMap((command, order) => {
    const name = wordsOf(command.name);
    const all = [...name, ...wordsOf(command.also ?? '')];
    const places = written.map((begun) => placeOf(all, begun));
    if (places.some((place) => place < 0)) return [];
    return [{ command, order, far: places[0] < name.length ? Math.min(places[0], 1) : 2 }];
  });
  return ranked.sort((a, b) => a.far - b.far || a.order - b.order).map(({ command }) => command);
}
