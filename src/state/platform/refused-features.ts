import { attempt } from './attempt';

/*
 * Imported before everything else. Libraries ask for these by `typeof`, and would end the whole page before it has begun: one
 * that exists and throws is made one that does not exist.
 */

const CHANNEL = 'BroadcastChannel';

const usable = attempt(() => {
  if (typeof BroadcastChannel !== 'undefined') new BroadcastChannel('weightless-probe').close();
  return true;
});
if (!usable)
  attempt(() => Object.defineProperty(globalThis, CHANNEL, { value: undefined, configurable: true }));
