// What a page of Weightless may do, in one table: put into both builds (vite.config.ts), sent by the bundled server,
// printed into docs/hosting.md (scripts/hosting.mjs). Node built-ins only.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';

/**
 * Directives of a Content-Security-Policy (W3C, level 3) and their values.
 * @typedef {Record<string, string[]>} Directives
 */

/** What no build needs, and what keeps text from becoming a script. @type {Directives} */
const EVERYWHERE = {
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  // Script and markup are taken from the one policy that the page itself makes (src/first/page-start.js), never from plain text.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

/** The app beside its files. @type {Directives} */
export const APP_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  // Mantine writes its variables and responsive styles into <style> elements of the page.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  ...EVERYWHERE,
};

/** The app in one file, which has nothing beside it and asks for nothing. @type {Directives} */
export const STANDALONE_POLICY = {
  'default-src': ["'none'"],
  'script-src': [],
  // A worker is text of the page, started from a blob.
  'worker-src': ['blob:'],
  'style-src': ["'unsafe-inline'"],
  'img-src': ['data:'],
  'font-src': ['data:'],
  ...EVERYWHERE,
};

/**
 * @param {string} html the page's source, with scripts marked `data-inline`
 * @returns {string} the page with these in it, as they are: they are there whatever else does not come
 */
export function withInlineScripts(html) {
  return html.replace(
    /<script src="\/([^"]+)" data-inline><\/script>/g,
    (_, file) => `<script>\n${readFileSync(join(ROOT, file), 'utf8')}</script>`,
  );
}

/** @param {string} html @returns {string[]} the text of every script that stands in the page itself */
export function inlineScripts(html) {
  return [...html.matchAll(/<script\b(?![^>]*\ssrc\b)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, text]) => text);
}

/**
 * @param {string} text of a script
 * @returns {string} the source expression that allows this very text
 */
function hashSource(text) {
  // As the browser reads it: a page's line ends are made one kind before anything else.
  const read = text.replace(/\r\n?/g, '\n');
  return `'sha256-${createHash('sha256').update(read).digest('base64')}'`;
}

/**
 * @param {Directives} directives
 * @param {string[]} scripts texts of the inline scripts to allow, and no others
 * @returns {string} the value of the header or of the page's <meta>
 */
export function policyText(directives, scripts) {
  const allowed = { ...directives, 'script-src': [...directives['script-src'], ...scripts.map(hashSource)] };
  return Object.entries(allowed)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/**
 * @param {string} html a finished page
 * @param {Directives} directives
 * @returns {string} the page with its policy first in its head, so that nothing comes before it
 * @throws Error if the page has no head
 */
export function withPolicy(html, directives) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyText(directives, inlineScripts(html))}" />`;
  const page = html.replace(/<head>/i, (head) => `${head}\n    ${meta}`);
  if (page === html) throw new Error('The page has no <head> to put its policy into.');
  return page;
}

/** Features of the browser that the app has no use for. The full screen is for the talk, the clipboard for what is copied. */
const REFUSED_FEATURES = [
  ...[
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'geolocation',
    'gyroscope',
  ],
  ...['hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'],
  ...['xr-spatial-tracking'],
];

/**
 * Headers for every answer of a server: the page's policy, which then holds in its workers too, and what only a header can
 * say. The page must be built from index.html as it is now.
 * @returns {Record<string, string>}
 */
export function securityHeaders() {
  const scripts = inlineScripts(withInlineScripts(readFileSync(join(ROOT, 'index.html'), 'utf8')));
  const policy = policyText({ ...APP_POLICY, 'frame-ancestors': ["'none'"] }, scripts);
  return {
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}
