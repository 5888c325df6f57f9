import { expose, transfer, wrap } from 'comlink';
import { fetchPart } from '../lib/parts/fetch-part';
import { measurePack } from '../packs/measure-pack';
import type { LivingService } from './contract';
import type { LivingLearnService, Measure } from './learn/contract';
import { createLearnService } from './learn/service';
import { browserLocks, holdLife } from './life';
import { createCompareService } from './service';

/*
 * What Compare runs and what learns a catalogue, in one file: they share nearly all of their code, which is loaded once and stands
 * once in the build of one file.
 */

const held = holdLife(browserLocks(), self.name);
const clock = () => performance.now();

expose({
  ...createCompareService({ fetch: fetchPart, clock }),
  async learn(request, measurer, onProgress) {
    const service = createLearnService({ fetch: fetchPart, clock, measure: wrap<Measure>(measurer) });
    const outcome = await service.learn(request, onProgress);
    return outcome.kind === 'done' ? transfer(outcome, [outcome.value.bytes.buffer]) : outcome;
  },
  measureFor: (port) => expose(((request) => measurePack(request, clock)) satisfies Measure, port),
  alive: () => held,
} satisfies LivingService & LivingLearnService);
