import { expose } from 'comlink';
import type { LivingService } from './contract';
import { browserLocks, holdLife } from './life';
import { createCompareService } from './service';

const held = holdLife(browserLocks(), self.name);
expose({
  ...createCompareService({ fetch: (url) => fetch(url), clock: () => performance.now() }),
  alive: () => held,
} satisfies LivingService);
