// Writes what every screen, dialog and popover looks like at every size in both colour schemes: npm run screenshots
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { Page } from 'playwright';
import { openStage } from '../test/bench/browser-server';
import { AS_SEEN, openAs } from '../test/states/people';
import { STATES } from '../test/states/registry';
import { SIZES, type Size, ZOOMED, ZOOMED_FAR } from '../test/states/sizes';
import { type State, show, still, type Who } from '../test/states/state';
import { ROOT } from './child.mjs';
import { isMain, runMain } from './main.mjs';

const SCHEMES = ['light', 'dark'] as const;
const ALL_SIZES = [...SIZES, ZOOMED, ZOOMED_FAR];

interface Options {
  out: string;
  only?: string;
  size?: string[];
  scheme?: (typeof SCHEMES)[number];
  forced?: boolean;
  whole?: boolean;
}

function readOptions(argv: readonly string[]): Options {
  return new Command('npm run screenshots --')
    .description('Writes a picture of every screen, dialog and popover at every size in both colour schemes.')
    .option('--only <words>', 'only states whose name has these words in it, "rate"')
    .addOption(
      new Option('--size <sizes...>', 'only these; without it, the first six').choices(
        ALL_SIZES.map(({ name }) => name),
      ),
    )
    .addOption(new Option('--scheme <scheme>', 'only this colour scheme').choices(SCHEMES))
    .option('--forced', 'with the colours of the system (forced-colors: active)')
    .option('--whole', 'the whole page, not only what is in view')
    .option('--out <folder>', 'where to', join(ROOT, 'screenshots'))
    .parse(argv, { from: 'user' })
    .opts<Options>();
}

async function photograph(page: Page, state: State, sizes: readonly Size[], options: Options): Promise<void> {
  const { out, scheme, forced, whole } = options;
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of scheme ? [scheme] : SCHEMES) {
      await page.emulateMedia({ colorScheme, forcedColors: forced ? 'active' : 'none' });
      await still(page);
      const kind = forced ? `${colorScheme}-forced` : colorScheme;
      const file = `${state.name.replace(/[^\w]+/g, '-')}-${name}-${kind}.png`;
      await page.screenshot({ path: join(out, file), fullPage: whole });
    }
  }
}

/** @returns an exit code: 1 where a state could not be brought up */
async function screenshots(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  const { only = '', size } = options;
  const states = STATES.filter(({ name }) => name.includes(only));
  const sizes = size ? ALL_SIZES.filter(({ name }) => size.includes(name)) : SIZES;
  await mkdir(options.out, { recursive: true });
  const stage = await openStage();
  let failed = 0;
  try {
    for (const who of new Set<Who>(states.map((state) => state.who))) {
      const page = await openAs(who, await stage.browser.newContext(AS_SEEN), stage.url);
      page.setDefaultTimeout(20_000);
      for (const state of states.filter((each) => each.who === who)) {
        try {
          await page.setViewportSize({ width: 1440, height: 900 });
          await show(page, state);
          await photograph(page, state, sizes, options);
          await page.setViewportSize({ width: 1440, height: 900 });
          await state.undo?.(page);
          console.log(state.name);
        } catch (error) {
          failed++;
          console.error(`${state.name}: ${error instanceof Error ? error.message : error}`);
        }
      }
      await page.context().close();
    }
  } finally {
    await stage.close();
  }
  console.log(`${states.length - failed} of ${states.length} states, in ${options.out}`);
  return failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) runMain(() => screenshots(process.argv.slice(2)));
