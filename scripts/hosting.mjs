// Writes the headers for common static hosts into docs/hosting.md: node scripts/hosting.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { isMain, runMain } from './main.mjs';
import { securityHeaders } from './policy.mjs';

/** The page that tells how to put the app on a host. */
const HOSTING_PAGE = join(ROOT, 'docs/hosting.md');

/** Names in a build's assets/ contain a hash of their content. */
const FOR_GOOD = 'max-age=31536000, immutable';

/**
 * How each host is told to send headers. No value of the table has a double quote or a dollar sign, so that it can stand
 * between quotes in every one of these files.
 * @type {Record<string, (headers: [name: string, value: string][]) => string>}
 */
const HOSTS = {
  Netlify: (headers) =>
    [
      '/*',
      ...headers.map(([name, value]) => `  ${name}: ${value}`),
      '/assets/*',
      `  Cache-Control: ${FOR_GOOD}`,
    ].join('\n'),
  nginx: (headers) =>
    [
      'map $uri $weightless_cache {',
      '    default        "no-cache";',
      `    ~/assets/[^/]+$ "${FOR_GOOD}";`,
      '}',
      'server {',
      '    # listen, server_name, root, and gzip or brotli as usual',
      ...headers.map(([name, value]) => `    add_header ${name} "${value}" always;`),
      '    add_header Cache-Control $weightless_cache;',
      '}',
    ].join('\n'),
  Apache: (headers) =>
    [
      ...headers.map(([name, value]) => `Header always set ${name} "${value}"`),
      'Header set Cache-Control "no-cache"',
      `Header set Cache-Control "${FOR_GOOD}" "expr=%{REQUEST_URI} =~ m#/assets/[^/]+$#"`,
      'AddType application/manifest+json .webmanifest',
    ].join('\n'),
};

/**
 * @param {string} page
 * @returns {string} the page with the block below each host's marker written anew from the table of headers
 * @throws Error if the page lacks a host
 */
export function withHostLines(page) {
  const headers = Object.entries(securityHeaders());
  return Object.entries(HOSTS).reduce((text, [host, lines]) => {
    const block = new RegExp(`(<!-- headers: ${host} -->\\n+\`\`\`\\w*\\n)[\\s\\S]*?(\\n\`\`\`)`);
    if (!block.test(text)) throw new Error(`docs/hosting.md has no block for ${host}.`);
    return text.replace(block, (_all, before, after) => `${before}${lines(headers)}${after}`);
  }, page);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    writeFileSync(HOSTING_PAGE, withHostLines(readFileSync(HOSTING_PAGE, 'utf8')));
    return 0;
  });
}
