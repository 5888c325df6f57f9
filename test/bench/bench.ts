// How fast everything is: npm run bench [-- --help]
import { guardOutput } from '../../src/cli/guard-output';
import { EvaluationError } from '../../src/evaluation/types';
import { DamagedBytesError } from '../../src/lib/bytes';
import { runBench } from './suite/run';

/** What went wrong lies in the request or its data. */
const EXIT_BAD_INPUT = 2;

guardOutput(process.stdout, (code, sentence) => {
  if (sentence !== null) console.error(`bench: ${sentence}`);
  process.exit(code);
});

try {
  await runBench(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof EvaluationError || error instanceof DamagedBytesError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = EXIT_BAD_INPUT;
}
