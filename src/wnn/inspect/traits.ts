import type { Catalogue } from '../../data/catalogue';
import { keywordName } from '../../data/traits/keyword-names';
import { hasBit, type Retina, type RetinaBit, type RetinaFamily } from '../network/retina';

/** Families whose bits are traits by themselves; a thermometer's single bits are not. */
const NAMED: RetinaFamily[] = ['keyword', 'genre', 'language'];
/** Traits that most films share explain nothing. */
const TOO_COMMON = 0.4;

/** What a bit is called on a screen; null for a keyword that is not shown. */
export function bitName({ family, label }: Pick<RetinaBit, 'family' | 'label'>): string | null {
  return family === 'keyword' ? keywordName(label) : label;
}

/** Share of the catalogue's films that carry each retina bit; length bits.length. */
export function bitFrequencies(retina: Retina): Float64Array {
  const frequency = new Float64Array(retina.bits.length);
  for (let i = 0; i < retina.itemCount; i++) {
    for (let b = 0; b < frequency.length; b++) if (hasBit(retina, i, b)) frequency[b] += 1 / retina.itemCount;
  }
  return frequency;
}

const decadeOf = (year: number) => Math.floor(year / 10) * 10;
const isShort = (minutes: number) => minutes > 0 && minutes < 80;

const telling = new WeakMap<Retina, { frequency: Float64Array; words: Uint32Array }>();

/** The bits that are traits by themselves and not too common, as a film that has them all. */
function tellingBits(retina: Retina, frequency: Float64Array): Uint32Array {
  const known = telling.get(retina);
  if (known?.frequency === frequency) return known.words;
  const words = new Uint32Array(retina.wordsPerItem);
  retina.bits.forEach((one, bit) => {
    if (NAMED.includes(one.family) && frequency[bit] <= TOO_COMMON && bitName(one) !== null)
      words[bit >>> 5] |= 1 << (bit & 31);
  });
  telling.set(retina, { frequency, words });
  return words;
}

/** What two films have in common, in words, the most telling first: "Sci-Fi", "time travel", "1980s". */
export function sharedTraits(
  catalogue: Catalogue,
  retina: Retina,
  frequency: Float64Array,
  a: number,
  b: number,
): string[] {
  const traits: { label: string; share: number }[] = [];
  const { bits, words, wordsPerItem } = retina;
  const wanted = tellingBits(retina, frequency);
  for (let w = 0; w < wordsPerItem; w++) {
    const both = words[a * wordsPerItem + w] & words[b * wordsPerItem + w];
    // The lowest bit that is left, until none is.
    for (let left = both & wanted[w]; left !== 0; left &= left - 1) {
      const index = 32 * w + 31 - Math.clz32(left & -left);
      traits.push({ label: bitName(bits[index]) ?? '', share: frequency[index] });
    }
  }
  const { year, runtime } = catalogue;
  const decade = decadeOf(year[a]);
  if (year[a] > 0 && decade === decadeOf(year[b])) traits.push({ label: `${decade}s`, share: 0.15 });
  if (runtime[a] >= 150 && runtime[b] >= 150) traits.push({ label: 'long', share: 0.1 });
  if (isShort(runtime[a]) && isShort(runtime[b])) traits.push({ label: 'short', share: 0.1 });
  traits.sort((x, y) => x.share - y.share);
  // Several keywords may have one name.
  return [...new Set(traits.map((trait) => trait.label))];
}
