import { expect, test, vi } from 'vitest';
import { findBrowser, findTestBrowser, SHELL_PATH } from '../../scripts/find-browser.mjs';

/** Any program will do: what is named is taken at its word. */
const PROGRAM = process.execPath;

/** What is found where these programs are named, and nothing else is. */
const foundWith = (named: Record<string, string>) => {
  for (const name of [SHELL_PATH, 'CHROME_PATH', 'CHROMIUM_PATH']) vi.stubEnv(name, named[name]);
  const found = { tests: findTestBrowser(), others: findBrowser() };
  vi.unstubAllEnvs();
  return found;
};

test('browser of the tests: is the one that is named when one is, like that of everything else', () => {
  expect(foundWith({ CHROME_PATH: PROGRAM })).toEqual({ tests: PROGRAM, others: PROGRAM });
  expect(foundWith({ CHROMIUM_PATH: PROGRAM })).toEqual({ tests: PROGRAM, others: PROGRAM });
});

test('browser of the tests: is the shell that was found before, and others are not asked to be it', () => {
  expect(foundWith({ [SHELL_PATH]: PROGRAM, CHROME_PATH: '/nowhere/chrome' })).toEqual({
    tests: PROGRAM,
    others: undefined,
  });
});

test('browser of the tests: is that of everything else when the shell that is named is none', () => {
  expect(foundWith({ [SHELL_PATH]: '/nowhere/shell', CHROME_PATH: PROGRAM }).tests).toBe(PROGRAM);
});
