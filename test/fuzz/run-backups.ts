// Damages backups and imports in seeded ways and restores or reads them: npm run fuzz:backups -- --count 10000 --seed 1
import 'fake-indexeddb/auto';
import { fuzzBackups } from './backups-fuzz';
import { runFuzz } from './run-fuzz';

// The build puts it in.
Object.assign(globalThis, { __APP_VERSION__: '0.0.0' });
await runFuzz('fuzz:backups', 'Restores damaged backups and reads damaged imports', fuzzBackups);
