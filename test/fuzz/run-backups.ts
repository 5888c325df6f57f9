// Damages backups and imports in seeded ways and restores or reads them: npm run fuzz:backups -- --count 10000 --seed 1
import 'fake-indexeddb/auto';
import { Command } from 'commander';
import { fuzzBackups } from './backups-fuzz';

// The build puts it in.
Object.assign(globalThis, { __APP_VERSION__: '0.0.0' });
const whole = (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${text} is no whole number.`);
  return value;
};
const { count, seed, from } = new Command('fuzz:backups')
  .description(
    'Restores damaged backups and reads damaged imports; exits with 1 where something does not hold.',
  )
  .option('--count <n>', 'how many mutations', whole, 10_000)
  .option('--seed <n>', 'of all of them', whole, 1)
  .option('--from <n>', 'number of the first, to repeat one that was told of', whole, 0)
  .parse()
  .opts<{ count: number; seed: number; from: number }>();

const { figures, violations } = await fuzzBackups({
  ...{ from, count, seed },
  tell: (violation) => console.error(violation),
});
for (const [kind, { tried, taken, longestMs }] of figures)
  console.log(`${kind}: ${tried} tried, taken ${taken}, longest ${Math.round(longestMs)} ms`);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`${count} mutations, seed ${seed}: ${violations.length} violations, ${megabytes} MB at most.`);
process.exitCode = violations.length > 0 ? 1 : 0;
