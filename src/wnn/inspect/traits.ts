import { type Catalogue, NO_VOTE_AVERAGE } from '../../data/catalogue';
import { hasBit, type Retina, type RetinaFamily } from '../network/retina';

/** Families whose bits are traits by themselves; a thermometer's single bits are not. */
const NAMED: RetinaFamily[] = ['keyword', 'genre', 'language'];
/** Traits that most films share explain nothing. */
const TOO_COMMON = 0.4;

/** TMDB keywords about a film's end credits. */
const NO_TRAIT = new Set(['aftercreditsstinger', 'duringcreditsstinger']);

/** Whether a bit's label says what a film is like, and not what follows its end. */
export function isTrait(label: string): boolean {
  return !NO_TRAIT.has(label);
}

/** Share of the catalogue's films that carry each retina bit; length bits.length. */
export function bitFrequencies(retina: Retina): Float64Array {
  const frequency = new Float64Array(retina.bits.length);
  for (let i = 0; i < retina.itemCount; i++) {
    for (let b = 0; b < frequency.length; b++) if (hasBit(retina, i, b)) frequency[b] += 1 / retina.itemCount;
  }
  return frequency;
}

/** What two films have in common, in words, the most telling first: "Sci-Fi", "space travel", "1980s". */
export function sharedTraits(
  catalogue: Catalogue,
  retina: Retina,
  frequency: Float64Array,
  a: number,
  b: number,
): string[] {
  const traits: { label: string; share: number }[] = [];
  retina.bits.forEach((bit, index) => {
    if (!NAMED.includes(bit.family) || frequency[index] > TOO_COMMON || !isTrait(bit.label)) return;
    if (hasBit(retina, a, index) && hasBit(retina, b, index)) {
      traits.push({ label: bit.label, share: frequency[index] });
    }
  });
  const decade = (item: number) => Math.floor(catalogue.year[item] / 10) * 10;
  if (catalogue.year[a] > 0 && decade(a) === decade(b)) traits.push({ label: `${decade(a)}s`, share: 0.15 });
  if (catalogue.runtime[a] >= 150 && catalogue.runtime[b] >= 150) traits.push({ label: 'long', share: 0.1 });
  const short = (item: number) => catalogue.runtime[item] > 0 && catalogue.runtime[item] < 80;
  if (short(a) && short(b)) traits.push({ label: 'short', share: 0.1 });
  return traits.sort((x, y) => x.share - y.share).map((trait) => trait.label);
}

/** What is alike in two films that may share no named trait: the thermometers' neighbourhoods, in words. */
export function likenesses(catalogue: Catalogue, a: number, b: number): string[] {
  const { year, voteCount, voteAverage, runtime } = catalogue;
  const known = (values: ArrayLike<number>) => values[a] > 0 && values[b] > 0;
  const alike: string[] = [];
  if (known(year) && Math.abs(year[a] - year[b]) <= 6) alike.push('from the same years');
  if (known(voteCount) && Math.abs(Math.log(voteCount[a] / voteCount[b])) < Math.LN2) {
    alike.push('about as well known');
  }
  const rated = voteAverage[a] !== NO_VOTE_AVERAGE && voteAverage[b] !== NO_VOTE_AVERAGE;
  if (rated && Math.abs(voteAverage[a] - voteAverage[b]) <= 4) alike.push('rated alike by most');
  if (known(runtime) && Math.abs(runtime[a] - runtime[b]) <= 8) alike.push('about as long');
  return alike;
}
