// Measures all that the page of results tells of, and writes it with its charts: npm run report
import { RefusalError } from '../../src/data/read/refusal';
import { EvaluationError } from '../../src/evaluation/types';
import { measureDevice } from './device';
import { createMeasure } from './measure';
import { SECTIONS } from './registry';
import { readSettings } from './settings';
import { writeReport } from './write-report';

const EXIT_DIFFERENT = 1;
const EXIT_BAD_INPUT = 2;

async function main(): Promise<void> {
  const settings = readSettings(
    process.argv.slice(2),
    SECTIONS.map(({ name }) => name),
  );
  if (!settings) return;
  const clock = () => performance.now();
  const begun = clock();
  const say = (line: string) => console.error(line);
  const differences = await writeReport(SECTIONS, settings, {
    measure: createMeasure(settings, clock, say),
    device: () => measureDevice(clock),
  });
  say(`The whole report took ${Math.round((clock() - begun) / 1000)} s.`);
  if (differences.length > 0) {
    process.stdout.write(`${differences.join('\n\n')}\n`);
    process.exitCode = EXIT_DIFFERENT;
  } else if (settings.check) process.stdout.write('Nothing differs, timings aside.\n');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EvaluationError || error instanceof RefusalError)) throw error;
  console.error(`report: ${error.message}`);
  process.exitCode = EXIT_BAD_INPUT;
}
