import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type TortureSetup, torturedByKills } from '../torture/kills';
import { torturedByTabs } from '../torture/tabs';

/* A tenth of `npm run torture -- --kills 200`. A second try would hide exactly what is looked for. */
const ONCE = { retry: 0, timeout: 600_000 };

let setup: TortureSetup;
/** What the torture tells of itself, for whoever has to find out why it failed. */
let told: string[];
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'weightless-torture-'));
  told = [];
  setup = { url: inject('baseUrl'), folder, seed: 1, progress: (line) => told.push(line) };
});
afterEach(() => rm(setup.folder, { recursive: true, force: true, maxRetries: 5 }));

test('log: keeps every click that was shown as saved when the browser is killed', ONCE, async () => {
  const { clicks, shown, ...figures } = await torturedByKills(setup, 20);
  expect(figures, told.join('\n')).toEqual({ kills: 20, lost: 0, unreadable: 0 });
  // A page that never says "Saved" loses nothing either.
  expect(shown).toBeGreaterThan(20);
  expect(clicks).toBeGreaterThanOrEqual(shown);
});

test('log: is the same in two tabs, and so is the model, when both take clicks at once', ONCE, async () => {
  const figures = await torturedByTabs(setup, 2, 50);
  expect(figures, told.join('\n')).toEqual({
    tabs: 2,
    clicks: 100,
    events: 100,
    sameEvents: true,
    sameModel: true,
  });
});
