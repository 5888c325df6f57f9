// Measures the JavaScript a first visit loads before anything is clicked: node scripts/check-size.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIST, isBuildCurrent } from './build.mjs';

const LIMIT_KB = 250;

if (!isBuildCurrent()) {
  console.error('dist/ is missing or older than the sources: npm run build');
  process.exit(1);
}

/**
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[] }} Chunk
 * @type {Record<string, Chunk>}
 */
const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));
const html = readFileSync(join(DIST, 'index.html'), 'utf8');

/** @type {Set<string>} */
const files = new Set();
/** @param {string} key a chunk's name in the manifest */
const addWithImports = (key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) addWithImports(imported);
};
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) addWithImports(key);
for (const [, file] of html.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.js)"/g)) files.add(file);

let total = 0;
for (const file of files) {
  const { length } = gzipSync(readFileSync(join(DIST, file)));
  total += length;
  console.log(`${(length / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`First-screen JavaScript: ${(total / 1000).toFixed(1)} kB gzip, at most ${LIMIT_KB} kB allowed.`);
if (files.size === 0) console.error('No script was found in dist/index.html.');
process.exit(files.size > 0 && total <= LIMIT_KB * 1000 ? 0 : 1);
