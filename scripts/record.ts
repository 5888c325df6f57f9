// Records a quarter of a minute of the app for the README: npm run record
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Page } from 'playwright';
import { until } from '../test/bench/browser-page';
import { openStage } from '../test/bench/browser-server';
import { AS_SEEN, openAs } from '../test/states/people';
import { still } from '../test/states/state';
import { ROOT } from './child.mjs';
import { isMain, runMain } from './main.mjs';
import { encodeGif, ensureEncoder } from './recording/encode';
import { startReel } from './recording/reel';

/** In CSS pixels. */
const SIZE = { width: 1200, height: 750 };

/** What somebody new says of the films that come up, which are the same in every browser. */
const ANSWERS = ['Like', 'Like', 'Like', 'Dislike'] as const;

/** Waits until the list is that of all films and ratings: what stands there before they have come is another order. */
async function listStands(page: Page): Promise<void> {
  let before: string | null = null;
  await until(
    'the list to stand',
    async () => {
      const now = await page.getByRole('main').textContent();
      const isSame = now === before;
      before = now;
      return isSame;
    },
    { every: 1000 },
  );
  await still(page);
}

/** Somebody new judges a few films, asks why the first of the list stands there, and takes the last answer back. */
async function play(page: Page, folder: string): Promise<void> {
  const film = page.getByRole('region', { name: 'The film to judge' });
  const list = page.getByRole('list', { name: 'Films for you, best first' });
  const reel = await startReel(page, folder);
  await reel.roll(10);
  for (const answer of ANSWERS) {
    const title = await film.getByRole('heading').textContent();
    const told = page.getByText(`You ${answer.toLowerCase()}d ${title}.`);
    await reel.press(film.getByRole('button', { name: answer, exact: true }), 6, () =>
      told.first().waitFor(),
    );
    await reel.roll(9);
  }
  const why = list.getByRole('button', { name: /^Why / }).first();
  const reasons = page.getByText('Starting point').first();
  await reel.press(why, 9, () => reasons.waitFor());
  await reel.roll(28);
  await reel.press(why, 2, () => reasons.waitFor({ state: 'detached' }));
  await reel.roll(3);
  await reel.press(film.getByRole('button', { name: 'Undo' }), 8, () =>
    page
      .getByText(/^Undone/)
      .first()
      .waitFor(),
  );
  await reel.roll(18);
}

/** @returns an exit code */
async function record(argv: readonly string[]): Promise<number> {
  const { out } = new Command('npm run record --')
    .description('Records a quarter of a minute of the app. Needs ffmpeg.')
    .option('--out <file>', 'where to', join(ROOT, 'docs/images/recording.gif'))
    .parse(argv, { from: 'user' })
    .opts<{ out: string }>();
  await ensureEncoder();
  const folder = await mkdtemp(join(tmpdir(), 'weightless-recording-'));
  const stage = await openStage();
  try {
    const seen = { ...AS_SEEN, viewport: SIZE, reducedMotion: 'no-preference' } as const;
    const page = await openAs('new', await stage.browser.newContext(seen), stage.url);
    page.setDefaultTimeout(20_000);
    await listStands(page);
    await play(page, folder);
    await encodeGif(folder, out);
  } finally {
    await stage.close();
    await rm(folder, { recursive: true });
  }
  const { size } = await stat(out);
  console.log(`${out}: ${(size / 1e6).toFixed(2)} MB`);
  return 0;
}

if (isMain(import.meta.url)) runMain(() => record(process.argv.slice(2)));
