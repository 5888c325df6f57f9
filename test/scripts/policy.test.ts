import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { withHostLines } from '../../scripts/hosting.mjs';
import {
  APP_POLICY,
  inlineScripts,
  policyText,
  STANDALONE_POLICY,
  securityHeaders,
  withInlineScripts,
  withPolicy,
} from '../../scripts/policy.mjs';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('inline scripts: are found whatever their attributes, those of other files are not', () => {
  const html = `<head><script>one</script><script type="module" crossorigin>two '<script>' </script>
    <script src="a.js"></script><script type="module" crossorigin src="./b.js"></script></head><script
    defer>three</script>`;
  expect(inlineScripts(html)).toEqual(['one', "two '<script>' ", 'three']);
});

test('policy: stands first in the head, and allows the very scripts of the page', () => {
  const page = withPolicy('<html><head><meta charset="utf-8"><script>$& one\r\ntwo</script></head></html>', {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
  });
  const [, content] =
    /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  // A browser reads every end of a line as one kind.
  expect(content).toBe(`default-src 'none'; script-src 'self' ${sha256('$& one\ntwo')}`);
  expect(() => withPolicy('<p>no head</p>', APP_POLICY)).toThrow('no <head>');
});

test.each([
  ['app', APP_POLICY],
  ['single file', STANDALONE_POLICY],
])('policy of the %s: lets in no script but the own, and asks nobody else', (name, directives) => {
  const text = policyText(directives, ['a']);
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/https?:|\*|unsafe-eval|unsafe-hashes|strict-dynamic/);
  expect(directives['script-src']).toEqual(name === 'app' ? ["'self'"] : []);
  expect(directives['connect-src']).toEqual(name === 'app' ? ["'self'"] : undefined);
  for (const closed of ['object-src', 'base-uri', 'form-action'])
    expect(directives[closed]).toEqual(["'none'"]);
  expect(directives['require-trusted-types-for']).toEqual(["'script'"]);
  // Only styles may be written into the page.
  const unsafe = Object.keys(directives).filter((directive) =>
    directives[directive].includes("'unsafe-inline'"),
  );
  expect(unsafe).toEqual(['style-src']);
});

test('headers: say who may frame the page, beside all that the page says itself', () => {
  const scripts = inlineScripts(withInlineScripts(readFileSync(join(ROOT, 'index.html'), 'utf8')));
  const headers = securityHeaders();
  expect(scripts).toHaveLength(1);
  expect(headers['Content-Security-Policy']).toBe(
    `${policyText(APP_POLICY, scripts)}; frame-ancestors 'none'`,
  );
  // Between double quotes they stand in the files of hosts.
  expect(Object.values(headers).filter((value) => /["\n$]/.test(value))).toEqual([]);
});

test('docs/hosting.md: has the lines for each host as the table of headers has them now (node scripts/hosting.mjs)', () => {
  const page = readFileSync(join(ROOT, 'docs/hosting.md'), 'utf8');
  expect(withHostLines(page)).toBe(page);
  expect(() => withHostLines('')).toThrow('no block for Netlify');
});
