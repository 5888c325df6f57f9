// Measures what a first visit loads, in kB of 1,000 bytes as gzip makes them: node scripts/check-size.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST, isBuildCurrent } from './build.mjs';

/** The JavaScript that a first visit loads before anything is clicked. */
const FIRST_SCRIPTS_KB = 200;
/** All that comes before the first film can be judged: page, styles and scripts. */
const FIRST_FILM_KB = 300;
/** All that the app ever loads. */
const ALL_KB = 2400;

if (!isBuildCurrent()) {
  console.error('dist/ is missing or older than the sources: npm run build');
  process.exit(1);
}

/** @param {string} file @returns {number} bytes */
const sizeOf = (file) => gzipSync(readFileSync(join(DIST, file))).length;
/** @param {number} bytes */
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk
 * @type {Record<string, Chunk>}
 */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));
const html = readFileSync(join(DIST, 'index.html'), 'utf8');

/** @type {Set<string>} */
const first = new Set();
/** @param {string} key a chunk's name in the manifest */
const addWithImports = (key) => {
  const chunk = manifest[key];
  if (!chunk || first.has(chunk.file)) return;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) first.add(file);
  for (const imported of chunk.imports ?? []) addWithImports(imported);
};
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) addWithImports(key);
for (const [, file] of html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.(?:js|css))"/g)) first.add(file);

const scripts = [...first].filter((file) => file.endsWith('.js'));
if (scripts.length === 0) {
  console.error('No script was found in dist/index.html.');
  process.exit(1);
}
for (const file of first) console.log(`${kB(sizeOf(file)).padStart(11)}  ${file}`);

/** @param {readonly string[]} files */
const sum = (files) => files.reduce((bytes, file) => bytes + sizeOf(file), 0);
// What a server or the service worker's list of files holds beside, nobody downloads twice.
const all = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'manifest.json')
  .map(({ parentPath, name }) => join(parentPath, name).slice(DIST.length + 1));

const budgets = [
  { what: 'First-screen JavaScript', bytes: sum(scripts), limit: FIRST_SCRIPTS_KB },
  { what: 'Before the first film', bytes: sum(['index.html', ...first]), limit: FIRST_FILM_KB },
  { what: 'Everything together', bytes: sum(all), limit: ALL_KB },
];
for (const { what, bytes, limit } of budgets)
  console.log(`${what}: ${kB(bytes)} gzip, at most ${limit} kB allowed.`);
process.exit(budgets.every(({ bytes, limit }) => bytes <= limit * 1000) ? 0 : 1);
