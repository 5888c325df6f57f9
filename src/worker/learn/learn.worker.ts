import { expose, transfer, wrap } from 'comlink';
import { fetchPart } from '../../lib/parts/fetch-part';
import { measurePack } from '../../packs/measure-pack';
import { browserLocks, holdLife } from '../life';
import type { LivingLearnService, Measure } from './contract';
import { createLearnService } from './service';

const held = holdLife(browserLocks(), self.name);
const clock = () => performance.now();

expose({
  async learn(request, measurer, onProgress) {
    const service = createLearnService({ fetch: fetchPart, clock, measure: wrap<Measure>(measurer) });
    const outcome = await service.learn(request, onProgress);
    return outcome.kind === 'done' ? transfer(outcome, [outcome.value.bytes.buffer]) : outcome;
  },
  measureFor: (port) => expose(((request) => measurePack(request, clock)) satisfies Measure, port),
  alive: () => held,
} satisfies LivingLearnService);
