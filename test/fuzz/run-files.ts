// Damages files of a data set in seeded ways and reads them: npm run fuzz:files -- --count 10000 --seed 1
import { Command } from 'commander';
import { fuzzFiles } from './files-fuzz';

const whole = (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${text} is no whole number.`);
  return value;
};
const { count, seed, from } = new Command('fuzz:files')
  .description(
    'Reads damaged folders and zip files as the app does; exits with 1 where something does not hold.',
  )
  .option('--count <n>', 'how many mutations', whole, 10_000)
  .option('--seed <n>', 'of all of them', whole, 1)
  .option('--from <n>', 'number of the first, to repeat one that was told of', whole, 0)
  .parse()
  .opts<{ count: number; seed: number; from: number }>();

const { figures, violations } = await fuzzFiles({
  ...{ from, count, seed },
  tell: (violation) => console.error(violation),
});
for (const [kind, { tried, taken, longestMs }] of figures)
  console.log(`${kind}: ${tried} tried, taken ${taken}, longest ${Math.round(longestMs)} ms`);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`${count} mutations, seed ${seed}: ${violations.length} violations, ${megabytes} MB at most.`);
process.exitCode = violations.length > 0 ? 1 : 0;
