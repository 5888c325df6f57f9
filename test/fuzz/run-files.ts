// Damages files of a data set in seeded ways and reads them: npm run fuzz:files -- --count 10000 --seed 1
import { fuzzFiles } from './files-fuzz';
import { runFuzz } from './run-fuzz';

await runFuzz('fuzz:files', 'Reads damaged folders and zip files as the app does', fuzzFiles);
