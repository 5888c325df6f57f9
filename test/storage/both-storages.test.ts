import 'fake-indexeddb/auto';
import { createMemoryStorage } from '../../src/storage/memory-storage';
import { createStorage } from '../../src/storage/storage';
import { describeBothStorages } from './both-storages';

let made = 0;
const sources = { now: () => 1234, uuid: () => `id-${made++}` };

describeBothStorages('the database', async () => {
  const storage = createStorage(sources, { onOutdated() {}, onBlocked() {} }, `both-storages-${made++}`);
  await storage.open();
  return storage;
});

describeBothStorages('memory', async () => createMemoryStorage(sources));
