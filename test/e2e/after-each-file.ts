import { afterAll, expect } from 'vitest';
import { endBrowser } from './visitor';
import { SIGHTINGS } from './watch';

// Set up before each end-to-end test file (vitest.config.ts), and run after everything in it; a second try takes nothing back.
afterAll(async () => {
  await endBrowser();
  expect(SIGHTINGS.splice(0), 'asked of another server, or forbidden by the policy').toEqual([]);
});
