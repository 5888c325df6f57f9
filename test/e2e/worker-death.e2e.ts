import { afterEach, expect, test } from 'vitest';
import { judge, opinions, ready } from './screens';
import { newVisitor, type Visitor } from './visitor';

declare global {
  interface Window {
    /** Ends every worker as the browser does for want of memory: nobody is told. */
    endWorkers(): void;
  }
}

let visitor: Visitor;
afterEach(() => visitor.leave());

test('a worker that ends without a word is noticed within seconds, and another can be started', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const { Worker: RealWorker } = window;
    const { terminate } = RealWorker.prototype;
    const workers: Worker[] = [];
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
    window.endWorkers = () => {
      for (const worker of workers.splice(0)) terminate.call(worker);
    };
  });
  const { page } = visitor;
  await visitor.open('#/compare?protocol=paper&users=200&ratings=0&seed=1&models=constant,wnn');
  await ready(page);
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.click();
  // What is going on now; in the table, cells of two rows can read like it.
  await page.getByText(/^Fitting wnn ·/).waitFor();
  await page.evaluate(() => window.endWorkers());
  await page
    .getByText('The worker broke down: the browser ended it without a word')
    .first()
    .waitFor({ timeout: 5000 });
  await page.goto(
    `${page.url().split('#')[0]}#/compare?protocol=paper&users=20&ratings=20&seed=1&models=constant`,
  );
  await run.click();
  await page.getByText(/· took \d/).waitFor();
  expect(visitor.errors).toEqual([]);
});

test('a worker that never says anything is told of, and can be ended, where the browser has no locks to tell by', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    const { Worker: RealWorker } = window;
    let made = 0;
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        // The first one of Compare hears nothing.
        if (String(url).includes('compute.worker') && made++ === 0) this.postMessage = () => {};
      }
    };
  });
  const { page } = visitor;
  await visitor.open('#/compare?protocol=paper&users=20&ratings=20&seed=1&models=constant');
  await ready(page);
  const run = page.getByRole('button', { name: 'Run', exact: true });
  await run.click();
  await page.getByText(/^The worker has said nothing for \d+ s\./).waitFor();
  await page.getByRole('button', { name: 'End the worker' }).click();
  await run.click();
  await page.getByText(/· took \d/).waitFor();
  expect(visitor.errors).toEqual([]);
});

test('films: are prepared in the page when the worker that should never says anything', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.context.addInitScript(() => {
    const { Worker: RealWorker } = window;
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.postMessage = () => {};
      }
    };
  });
  await visitor.open();
  await ready(visitor.page);
  await judge(visitor.page, 'Like');
  expect(await opinions(visitor.page)).toHaveLength(1);
  expect(visitor.errors).toEqual([]);
});
