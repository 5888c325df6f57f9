import { expose } from 'comlink';
import { fetchPart } from '../lib/parts/fetch-part';
import type { LivingService } from './contract';
import { browserLocks, holdLife } from './life';
import { createCompareService } from './service';

const held = holdLife(browserLocks(), self.name);
expose({
  ...createCompareService({ fetch: fetchPart, clock: () => performance.now() }),
  alive: () => held,
} satisfies LivingService);
