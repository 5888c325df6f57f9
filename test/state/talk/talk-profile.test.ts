import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tidySettings } from '../../../src/state/compare/settings';
import { RACE_SETTINGS } from '../../../src/state/talk/race';
import { createTalkStore } from '../../../src/state/talk/talk';
import { DATASET_URLS } from '../../fixtures/bundled-files';
import { spawnInProcess } from '../../worker/in-process';
import { AT_RATE, newBrowser, startTab } from '../app/test-tab';
import { createTalkClock } from './talk-clock';

const bundled = (url: string) =>
  readFileSync(new URL(`../../../public/data/${url.replace('network', 'network-hybrid')}`, import.meta.url));

test('talk: leaves the presenter’s log, snapshot and model as they were when it is given with clicks from the room', async () => {
  const tab = await startTab(newBrowser(), { fetch: async (url) => new Response(bundled(url)) });
  const { app, storage } = tab;
  for (const item of [1, 2, 3]) app.model.getState().rate(item, 'like', AT_RATE);
  await app.settled();
  tab.hide();
  await app.settled();
  const { profileId } = app.model.getState();
  if (profileId === null) throw new Error('No profile is open.');
  const facts = async () => ({
    log: await storage.log.readAll(profileId),
    snapshot: await storage.snapshots.load(profileId),
    hash: app.model.getState().debugStateHash(),
    bytes: app.model.getState().stateBytes(),
    opinions: new Map(app.model.getState().opinions),
    revision: app.model.getState().revision,
    results: await storage.results.list(),
  });
  const before = await facts();
  expect(before.log.events).toHaveLength(3);
  expect(before.snapshot).toBeDefined();

  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error('The library is not there.');
  const clock = createTalkClock();
  const { now, schedule } = clock;
  const talk = createTalkStore({
    ...{ library: status.library, now, schedule, datasetUrls: DATASET_URLS },
    spawn: () => spawnInProcess(),
    raceSettings: tidySettings({ ...RACE_SETTINGS, users: 20, ratings: 20, models: ['bias', 'wnn'] }),
  });
  const { actions } = talk.getState();
  actions.playOrPause();
  clock.pass(100_000);
  for (const item of [2, 3, 500]) actions.judge(item, 'dislike');
  actions.carryOn();
  clock.pass(320_000);
  await expect.poll(() => talk.getState().race.phase, { timeout: 50_000 }).toBe('done');
  clock.pass(600_000);
  expect(talk.getState().ended).toBe(true);
  expect(talk.getState().view.answers.get(2)).toBe('dislike');
  await app.settled();
  expect(await facts()).toEqual(before);

  actions.reset();
  await app.settled();
  expect(await facts()).toEqual(before);
  app.dispose();
});
