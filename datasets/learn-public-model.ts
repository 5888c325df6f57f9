/**
 * Learns the public model that the app ships: `npx tsx datasets/learn-public-model.ts`.
 *
 * Writes to `public/data`: `rating-<feedback>-<model>.bin` for feedback stars and likes, and `ranking-<model>.bin`, for the
 * models wnn (public facts alone) and hybrid (with codes from other people's ratings), and prints their sizes. Learned on
 * all users but those named by `--without 12,345` (MovieLens ids), who serve as personas in talks. `--seed N` (default 1)
 * decides everything random; the same data and seed give the same bytes. `--data FILE` and `--out DIR` take other places.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fitItemEffects } from '../src/data/item-effects';
import { unpackDataset } from '../src/data/unpack';
import { selectUsers } from '../src/evaluation/folds';
import { encodeRanking, encodeRating } from '../src/wnn/learning/learned-format';
import { learnRanking, rankingDefaults } from '../src/wnn/learning/ranking-model';
import { learnRating, ratingDefaults } from '../src/wnn/learning/rating-model';

/** What the app may load of public models, compressed. */
const MAX_GZIP_BYTES = 700_000;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'public', 'data', 'movielens.bin') },
    out: { type: 'string', default: join(root, 'public', 'data') },
    without: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});

const { catalogue, ratings: everyone } = unpackDataset(readFileSync(values.data));
const left = new Set(values.without.split(',').filter(Boolean).map(Number));
const users = Array.from(everyone.userId.keys()).filter((user) => !left.has(everyone.userId[user]));
const ratings = selectUsers(everyone, users);
const data = { catalogue, ratings, effects: fitItemEffects(catalogue, ratings), seed: Number(values.seed) };

mkdirSync(values.out, { recursive: true });
let total = 0;
const write = (name: string, bytes: Uint8Array) => {
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  total += gzipped;
  writeFileSync(join(values.out, name), bytes);
  console.log(`${name}: ${bytes.length} bytes, ${gzipped} compressed`);
};
for (const model of ['wnn', 'hybrid'] as const) {
  const hybrid = model === 'hybrid';
  for (const feedback of ['stars', 'likes'] as const) {
    const learned = learnRating(data, ratingDefaults(feedback, hybrid));
    // Codes do not depend on the feedback: the model for stars carries them for both.
    write(`rating-${feedback}-${model}.bin`, encodeRating(learned, feedback === 'stars'));
  }
  write(`ranking-${model}.bin`, encodeRanking(learnRanking(data, rankingDefaults(hybrid))));
}
console.log(`${users.length} users; ${total} bytes compressed in all`);
if (total > MAX_GZIP_BYTES) {
  console.error(`The public models may be ${MAX_GZIP_BYTES} bytes at most.`);
  process.exitCode = 1;
}
