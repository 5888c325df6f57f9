/**
 * Learns the networks that the app ships: `npm run network`.
 *
 * Writes `public/data/network-wnn.bin` (public facts alone) and `network-hybrid.bin` (with what other people's ratings say
 * of films), and prints their sizes. Learned on all users but those who serve as personas in talks (src/data/personas), so
 * that what is said of these on stage is a forecast. `--seed N` (default 1) decides everything random; the same data and
 * seed give the same bytes. `--data DIR` (with `films.bin` and `ratings.bin`) and `--out DIR` take other places.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { unpackBundled } from '../src/data/bundled/unpack-bundled';
import { fitItemEffects } from '../src/data/item-effects';
import { withoutPersonas } from '../src/data/personas';
import { learnRanking, rankingDefaults } from '../src/wnn/fit/learn-ranking';
import { learnRating, ratingDefaults } from '../src/wnn/fit/learn-rating';
import { encodeNetwork } from '../src/wnn/network/assembly';

/** What the app may load of networks, compressed. */
const MAX_GZIP_BYTES = 800_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'public', 'data') },
    out: { type: 'string', default: join(root, 'public', 'data') },
    seed: { type: 'string', default: '1' },
  },
});

const read = (file: string) => readFileSync(join(values.data, file));
const { catalogue, ratings: everyone } = unpackBundled({
  films: read('films.bin'),
  ratings: read('ratings.bin'),
});
const ratings = withoutPersonas(everyone);
const data = { catalogue, ratings, effects: fitItemEffects(catalogue, ratings), seed: Number(values.seed) };

mkdirSync(values.out, { recursive: true });
let total = 0;
for (const model of ['wnn', 'hybrid'] as const) {
  const hybrid = model === 'hybrid';
  const ranking = learnRanking(data, rankingDefaults(hybrid));
  // The anchor nodes of the list vote on ratings too, and are shipped once.
  const rating = learnRating(data, ratingDefaults('clicks', hybrid), ranking);
  const bytes = encodeNetwork({ rating, ranking });
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  total += gzipped;
  writeFileSync(join(values.out, `network-${model}.bin`), bytes);
  console.log(`network-${model}.bin: ${bytes.length} bytes, ${gzipped} compressed`);
}
console.log(`${ratings.userCount} users; ${total} bytes compressed in all`);
if (total > MAX_GZIP_BYTES) {
  console.error(`The networks may be ${MAX_GZIP_BYTES} bytes at most.`);
  process.exitCode = 1;
}
