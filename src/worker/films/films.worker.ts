import { expose, transfer } from 'comlink';
import type { FilmsService } from './contract';
import { buffersOf } from './sent-data';
import { prepare } from './service';

expose({
  async prepare(bytes) {
    const outcome = prepare(bytes);
    return outcome.kind === 'done' ? transfer(outcome, buffersOf(outcome.sent)) : outcome;
  },
  alive: () => true,
} satisfies FilmsService);
