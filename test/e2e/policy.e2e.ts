import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { DIST, ensureBuilt, STANDALONE } from '../../scripts/build.mjs';
import { APP_POLICY, inlineScripts, STANDALONE_POLICY, securityHeaders } from '../../scripts/policy.mjs';

beforeAll(async () => {
  expect(await ensureBuilt(STANDALONE)).toBe(0);
}, 240_000);

/** By name, with the values in their order. */
const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));

test.each([
  ['app', join(DIST, 'index.html'), APP_POLICY, 1],
  ['single file', join(STANDALONE.folder, STANDALONE.page), STANDALONE_POLICY, 2],
])(
  'policy: stands first in the built %s and names the hashes of its very scripts',
  async (_name, file, table, count) => {
    const bytes = await readFile(file);
    const html = bytes.toString('utf8');
    const [, content] =
      /^<!doctype html>\s*<html lang="en">\s*<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/.exec(
        html,
      ) ?? [];
    expect(content).toBeDefined();
    // A browser looks for the encoding no further.
    expect(bytes.subarray(0, 1024).toString('latin1')).toContain('<meta charset="utf-8"');
    const scripts = inlineScripts(html);
    expect(scripts).toHaveLength(count);
    const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(directivesOf(content)).toEqual({ ...table, 'script-src': [...table['script-src'], ...hashes] });
  },
);

test('policy: is the same in the page and in the headers it comes with, but for who may frame it', async () => {
  const response = await fetch(inject('baseUrl'));
  const [, content] = /content="(default-src[^"]*)"/.exec(await response.text()) ?? [];
  expect(response.headers.get('content-security-policy')).toBe(`${content}; frame-ancestors 'none'`);
  for (const [name, value] of Object.entries(securityHeaders()))
    expect(response.headers.get(name)).toBe(value);
});
