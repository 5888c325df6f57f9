import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { describeWholeUpgrade } from './upgrade-contract';

describeWholeUpgrade('fake-indexeddb', (file) =>
  readFile(new URL(`../../../public/data/${file}`, import.meta.url)),
);
