import { Command } from 'commander';
import type { Findings, FuzzOptions } from './try-mutations';

const whole = (text: string) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${text} is no whole number.`);
  return value;
};

/** Runs mutations by command and prints what became of them; the program ends with 1 where something does not hold. */
export async function runFuzz(
  name: string,
  description: string,
  fuzz: (options: FuzzOptions) => Promise<Findings>,
): Promise<void> {
  const { count, seed, from } = new Command(name)
    .description(`${description}; exits with 1 where something does not hold.`)
    .option('--count <n>', 'how many mutations', whole, 10_000)
    .option('--seed <n>', 'of all of them', whole, 1)
    .option('--from <n>', 'number of the first, to repeat one that was told of', whole, 0)
    .parse()
    .opts<{ count: number; seed: number; from: number }>();
  const { figures, violations } = await fuzz({
    ...{ from, count, seed },
    tell: (violation) => console.error(violation),
  });
  for (const [kind, { tried, taken, longestMs }] of figures)
    console.log(`${kind}: ${tried} tried, taken ${taken}, longest ${Math.round(longestMs)} ms`);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${count} mutations, seed ${seed}: ${violations.length} violations, ${megabytes} MB at most.`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
