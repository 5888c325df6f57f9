import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import type { ProjectConfig } from 'vitest/node';
import { CHROMIUM_ARGS, findTestBrowser } from './scripts/find-browser.mjs';
import { REPORT_FILE, RESULTS_FOLDER, RetryReporter } from './scripts/retry-reporter.mjs';
import viteConfig from './vite.config.ts';

/** Where scripts/test.mjs reads the results. */
const resultsFolder = process.env[RESULTS_FOLDER];

/** Every state at every size, a person a file: long, and beside other tests (scripts/test.mjs). */
const EVERYWHERE = 'test/e2e/everywhere/**/*.e2e.ts';

/** Tests that leave nothing behind that another file would find: no global, no module of another kind, no database of the same name. */
const TOGETHER = [
  ...['baselines', 'contracts', 'data', 'datasets', 'evaluation', 'events', 'lib', 'packs'],
  ...['state', 'storage', 'tiles', 'ui', 'wnn', 'worker'],
].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** Tests that run commands in processes of their own, some of which keep all cores busy by themselves. */
const COMMANDS = ['test/cli/**/*.test.ts', 'test/scripts/**/*.test.ts'];

const IN_BROWSER = 'test/**/*.browser.test.{ts,tsx}';

const SETUP = ['test/property-seed.ts', 'test/equal-arrays.ts'];

const UNIT: ProjectConfig = {
  environment: 'node',
  // Handed on to the commands that some tests run, which are no production.
  env: { NODE_ENV: 'test' },
  setupFiles: SETUP,
  // Also after a test that failed: the next file may share what it spied on.
  restoreMocks: true,
  testTimeout: 60_000,
  // All cores: Vitest would leave one of them idle, half of a small machine.
  maxWorkers: '100%',
};

// Tests in a browser run React as it ships; its development build takes longer over every screen.
process.env.NODE_ENV = 'production';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      reporters: ['default', new RetryReporter(), ...(resultsFolder ? ['json'] : [])],
      outputFile: resultsFolder ? { json: join(resultsFolder, REPORT_FILE) } : undefined,
      coverage: { include: ['src/**/*.{ts,tsx}'], reporter: ['text-summary', 'html'] },
      projects: [
        {
          extends: true,
          test: {
            ...UNIT,
            name: 'unit',
            include: TOGETHER,
            exclude: [IN_BROWSER],
            // Modules are loaded once for all files, which takes a third off their time; what asks for IndexedDB has to find one.
            isolate: false,
            setupFiles: [...SETUP, 'fake-indexeddb/auto'],
          },
        },
        {
          extends: true,
          test: {
            ...UNIT,
            name: 'unit-alone',
            include: ['test/**/*.test.{ts,tsx}'],
            exclude: [IN_BROWSER, ...TOGETHER, ...COMMANDS],
          },
        },
        {
          extends: true,
          test: { ...UNIT, name: 'commands', include: COMMANDS, fileParallelism: false },
        },
        {
          extends: true,
          // Found before the first test: a dependency found later would reload the page under a running test.
          optimizeDeps: {
            entries: ['src/**/*.{ts,tsx}', 'test/**/*.browser.test.{ts,tsx}'],
            include: ['vitest-browser-react'],
          },
          test: {
            name: 'browser',
            include: [IN_BROWSER],
            testTimeout: 60_000,
            // What is expected on screen may come late on a busy machine.
            expect: { poll: { timeout: 20_000 } },
            // Test files share one origin, and with it IndexedDB.
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: { executablePath: findTestBrowser(), args: CHROMIUM_ARGS },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.e2e.ts'],
            exclude: [EVERYWHERE],
            globalSetup: ['test/e2e/serve-build.ts'],
            setupFiles: ['test/e2e/after-each-file.ts'],
            testTimeout: 240_000,
            hookTimeout: 60_000,
            // Every visitor has a browser of their own, which waits some of the time.
            maxWorkers: 2,
            // What starts browsers is loaded once for all files, which takes a second for each; every file starts its own.
            isolate: false,
            // A machine that stalls for a moment says nothing about the app; a fault of the app fails every time.
            retry: 2,
          },
        },
        {
          extends: true,
          test: {
            name: 'everywhere',
            environment: 'node',
            include: [EVERYWHERE],
            globalSetup: ['test/e2e/serve-build.ts'],
            setupFiles: ['test/e2e/after-each-file.ts'],
            testTimeout: 240_000,
            hookTimeout: 120_000,
            // One browser: the other tests of the built app run beside it.
            maxWorkers: 1,
          },
        },
        {
          extends: true,
          test: {
            name: 'engines',
            environment: 'node',
            include: ['test/engines/**/*.engine.ts'],
            globalSetup: ['test/e2e/serve-build.ts'],
            testTimeout: 240_000,
            hookTimeout: 120_000,
            fileParallelism: false,
          },
        },
      ],
    },
  }),
);
