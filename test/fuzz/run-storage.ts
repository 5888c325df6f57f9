// Damages what is stored in seeded ways and opens it: npm run fuzz:storage -- --count 10000 --seed 1
import 'fake-indexeddb/auto';
import { Command } from 'commander';
import { fuzzStorage, watchProcess } from './storage-fuzz';

const whole = (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${text} is no whole number.`);
  return value;
};
const { count, seed, from } = new Command('fuzz:storage')
  .description('Opens damaged databases as the app does; exits with 1 where something does not hold.')
  .option('--count <n>', 'how many mutations', whole, 10_000)
  .option('--seed <n>', 'of all of them', whole, 1)
  .option('--from <n>', 'number of the first, to repeat one that was told of', whole, 0)
  .parse()
  .opts<{ count: number; seed: number; from: number }>();

const { figures, violations } = await fuzzStorage({
  ...{ from, count, seed, watch: watchProcess },
  tell: (violation) => console.error(violation),
});
for (const [kind, { tried, used, refused, failed }] of figures)
  console.log(
    `${kind}: ${tried} tried, saved model used ${used}, refused ${refused}, start failed ${failed}`,
  );
console.log(`${count} mutations, seed ${seed}: ${violations.length} violations.`);
process.exitCode = violations.length > 0 ? 1 : 0;
