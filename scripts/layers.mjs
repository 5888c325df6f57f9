// The rooms of src/ and what each may import: the one table from which the linter's overrides in biome.json are made
// (npm run layers), by which the layer test judges every import, and after which the architecture is drawn.
// Node built-ins only.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand } from './child.mjs';
import { isMain, runMain } from './main.mjs';

/** What runs in Node, worker and page alike. */
const LOWER_FIVE = ['lib', 'data', 'wnn', 'baselines', 'evaluation'];
/** What every room of state/ may use. Learning the network is for evaluation only. */
const BELOW_STATE = [
  'words',
  'lib',
  'data',
  'wnn/network',
  'wnn/personal',
  'wnn/inspect',
  'packs',
  'events',
  'storage',
];
/** What the rooms of state/ that start runs may use. */
const WITH_RUNS = [...BELOW_STATE, 'baselines', 'evaluation', 'worker'];

/**
 * The layers, lowest first. A layer with rooms has files in its rooms only, unless it lists itself ('baselines').
 * A room may import itself and what is named here; the name of a layer stands for all of its rooms.
 * @type {Record<string, string[]>}
 */
export const MAY_IMPORT = {
  // Runs before the app, as a script of the page itself.
  first: [],
  // All words of the screens, a folder for each language.
  words: [],
  lib: [],
  data: ['lib'],
  'data/search': ['lib', 'data'],
  'data/read': ['lib', 'data', 'data/search'],
  'data/match': ['lib', 'data', 'data/search', 'data/read'],
  'data/import': ['lib', 'data', 'data/search', 'data/read', 'data/match'],

  'wnn/network': ['lib', 'data'],
  'wnn/personal': ['lib', 'data', 'wnn/network'],
  'wnn/inspect': ['lib', 'data', 'wnn/network', 'wnn/personal'],
  'wnn/fit': ['lib', 'data', 'wnn/network'],

  baselines: ['lib', 'data', 'wnn'],
  'baselines/paper': ['lib', 'data', 'wnn', 'baselines'],

  evaluation: ['lib', 'data', 'wnn', 'baselines'],
  // Catalogues to be had beside the bundled one.
  packs: LOWER_FIVE,
  cli: [...LOWER_FIVE, 'packs'],
  worker: [...LOWER_FIVE, 'packs'],
  // What an event of the log is: plain data, which screens may name.
  events: ['lib'],
  storage: ['words', 'lib', 'data', 'wnn', 'events'],
  tiles: ['lib', 'data'],

  'state/platform': [...BELOW_STATE, 'worker'],
  'state/list': [...BELOW_STATE, 'state/platform'],
  'state/log': [...BELOW_STATE, 'state/platform', 'state/list'],
  'state/profile': [...BELOW_STATE, 'state/platform', 'state/list', 'state/log'],
  'state/rate': [...BELOW_STATE, 'state/platform', 'state/list', 'state/log', 'state/profile'],
  'state/backup': [...BELOW_STATE, 'state/platform', 'state/list', 'state/log', 'state/profile'],
  'state/imports': [...BELOW_STATE, 'worker', 'state/platform', 'state/list', 'state/log', 'state/profile'],
  'state/catalogues': [...BELOW_STATE, 'worker', 'state/platform'],
  'state/compare': [...WITH_RUNS, 'state/platform', 'state/list', 'state/log', 'state/profile'],
  'state/talk': [
    ...WITH_RUNS,
    'state/platform',
    'state/list',
    'state/log',
    'state/profile',
    'state/rate',
    'state/compare',
  ],
  'state/app': [...WITH_RUNS, 'state'],

  // Of a person's model and its cells, wnn/inspect tells what a screen shows.
  ui: [
    'words',
    'lib',
    'data',
    'wnn/inspect',
    'events',
    'packs',
    'baselines',
    'evaluation',
    'worker',
    'state',
    'tiles',
  ],
};

/**
 * What is in a layer or room, in few words, for the picture of the architecture.
 * @type {Record<string, string>}
 */
export const ABOUT = {
  'main.tsx': 'starts the app',
  first: 'what works without the app',
  words: 'all words of the screens',
  ui: 'React components, by screen',
  state: 'stores without React',
  tiles: 'film tiles, drawn from facts',
  storage: 'IndexedDB: log, profiles',
  events: 'what is said of a film',
  worker: 'runs beside the page',
  packs: 'catalogues of one’s own',
  cli: 'the evaluate and learn commands',
  evaluation: 'protocols, metrics, runs',
  baselines: 'rivals, one interface',
  wnn: 'the weightless network',
  data: 'films and ratings',
  lib: 'seeded random, numerics, bytes',
  'state/app': 'composition',
  'state/talk': 'the talk and its script',
  'state/compare': 'runs and the duel',
  'state/backup': "one's data out and in",
  'state/imports': "one's history, on screen",
  'state/catalogues': 'which films, on screen',
  'state/rate': 'the film to judge next',
  'state/profile': 'a click and its effect',
  'state/log': 'the fold of what was said',
  'state/list': 'ranking, drawn list',
  'state/platform': 'tabs, library, versions',
  'data/read': 'readers of CSV files',
  'data/match': 'recognizes films by name',
  'data/import': "one's history from elsewhere",
  'data/search': 'search by title',
  'wnn/fit': 'learns the network',
  'wnn/inspect': 'explains cells',
  'wnn/personal': "one person's model",
  'wnn/network': 'what is shipped',
};

/**
 * Imports that the table forbids and that are still there, as "importing module > imported module". The list only
 * shrinks: the layer test fails when one of them is gone but still listed.
 * @type {string[]}
 */
export const KNOWN = [];

/** Every room, lowest first. */
export const ROOMS = Object.keys(MAY_IMPORT);

/** The folders directly in src/, lowest first. */
export const LAYERS = [...new Set(ROOMS.map(layerOf))];

/** Layers without DOM, clock and randomness of their own. */
export const PURE = [...LOWER_FIVE, 'packs', 'tiles', 'events', 'words'];

/** @param {string} room @returns {string} the folder of src/ that it is in */
export function layerOf(room) {
  return room.split('/')[0];
}

/**
 * @param {string} path of a file, such as "src/state/log/fold.ts"
 * @returns {string | undefined} its room; undefined for a file that is in none, such as src/main.tsx
 */
export function roomOf(path) {
  const folders = path
    .replace(/^src\//, '')
    .split('/')
    .slice(0, -1);
  const room = folders.slice(0, 2).join('/');
  return ROOMS.includes(room) ? room : ROOMS.find((name) => name === folders[0]);
}

/** @param {string} from a room @param {string} to a room @returns {boolean} whether files of the one may import files of the other */
export function mayImport(from, to) {
  // Within a layer that has files of its own, its name stands for these alone.
  const standsForAll = (/** @type {string} */ name) => name !== layerOf(from) || !ROOMS.includes(name);
  return (
    from === to ||
    MAY_IMPORT[from].some((name) => name === to || (name === layerOf(to) && standsForAll(name)))
  );
}

/** @param {string[]} names of packages @returns {string[]} patterns for them and their entries */
const withEntries = (names) => names.flatMap((name) => (name.includes('*') ? [name] : [name, `${name}/*`]));
const REACT = ['react', 'react-dom', '@mantine/*', 'recharts', 'wouter'];
const STORES = ['zustand', 'comlink'];

/**
 * @param {string} layer
 * @returns {{ group: string[], message: string } | undefined} packages that it does without
 */
function forbiddenPackages(layer) {
  if (PURE.includes(layer) || layer === 'cli') {
    return {
      group: withEntries([...REACT, ...STORES, 'dexie']),
      message: `${layer}/ runs in Node, worker and page alike: no React, DOM or Dexie.`,
    };
  }
  if (layer === 'storage') {
    return { group: withEntries([...REACT, ...STORES]), message: 'storage/ knows Dexie, not React.' };
  }
  if (layer === 'first') {
    return { group: withEntries([...REACT, ...STORES, 'dexie']), message: 'first/ stands by itself.' };
  }
  if (layer === 'worker') {
    return { group: withEntries([...REACT, 'zustand', 'dexie']), message: 'worker/ knows no page.' };
  }
  if (layer === 'state') {
    return {
      group: withEntries([...REACT, 'dexie']),
      message: 'state/ holds vanilla stores; React only reads them, and only storage/ knows Dexie.',
    };
  }
  return { group: withEntries(['dexie']), message: 'Only storage/ knows Dexie.' };
}

/**
 * Whatever way a relative path takes into another room, it names the room's folder; from within the same layer, perhaps
 * without the layer's. Of two folders of one name in different layers, at most one can be within reach.
 * @param {string} room
 * @returns {string[]} patterns of the import paths that lead from the room to where it may not go
 */
function forbiddenPaths(room) {
  const others = ROOMS.filter((other) => !mayImport(room, other));
  return LAYERS.flatMap((layer) => {
    const forbidden = others.filter((other) => layerOf(other) === layer);
    const all = ROOMS.filter((other) => layerOf(other) === layer);
    if (forbidden.length === all.length) return [`**/${layer}/**`];
    const within = layer === layerOf(room);
    return forbidden.map((other) => (within ? `**/${other.slice(layer.length + 1)}/**` : `**/${other}/**`));
  });
}

/** @param {string} room @returns {string[]} patterns of the files that are in it */
function filesIn(room) {
  const inside = ROOMS.filter((other) => other.startsWith(`${room}/`));
  return [`src/${room}/**`, ...inside.map((other) => `!src/${other}/**`)];
}

const NO_DOM = 'Not in the lower layers: DOM, time and storage come from above.';
const DOM_GLOBALS = ['window', 'document', 'localStorage', 'indexedDB', 'navigator'];

/** @param {string} room @returns {object} the linter's override for the room */
function overrideOf(room) {
  const layer = layerOf(room);
  const may = MAY_IMPORT[room];
  const paths = {
    group: forbiddenPaths(room),
    message: `${room}/ may import ${may.length > 0 ? may.join(', ') : 'no other room'} (scripts/layers.mjs).`,
  };
  const packages = forbiddenPackages(layer);
  const globals = {
    noRestrictedGlobals: {
      level: 'error',
      options: { deniedGlobals: Object.fromEntries(DOM_GLOBALS.map((name) => [name, NO_DOM])) },
    },
  };
  return {
    includes: filesIn(room),
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: 'error',
            options: {
              patterns: [paths, ...(packages ? [packages] : [])].filter(({ group }) => group.length > 0),
            },
          },
          ...(PURE.includes(layer) ? globals : {}),
        },
      },
    },
  };
}

/** @returns {object[]} the linter's overrides for all rooms, and one for the files of imports still known */
function layerOverrides() {
  const files = [...new Set(KNOWN.map((arrow) => arrow.split(' > ')[0]))];
  const off = { includes: files, linter: { rules: { style: { noRestrictedImports: 'off' } } } };
  return [...ROOMS.map(overrideOf), ...(files.length > 0 ? [off] : [])];
}

/** @typedef {{ overrides: { linter?: { rules?: { style?: object } } }[] }} Configuration of the linter, as far as it matters here */

/**
 * @param {Configuration} configuration
 * @returns {Configuration} the same with the overrides that restrict imports made anew; all others stay, after them
 */
export function withLayers(configuration) {
  const others = configuration.overrides.filter(
    ({ linter }) => !('noRestrictedImports' in (linter?.rules?.style ?? {})),
  );
  return { ...configuration, overrides: [...layerOverrides(), ...others] };
}

/** The linter's configuration. */
const CONFIGURATION = join(ROOT, 'biome.json');

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const configuration = withLayers(JSON.parse(readFileSync(CONFIGURATION, 'utf8')));
    writeFileSync(CONFIGURATION, `${JSON.stringify(configuration, null, 2)}\n`);
    return runCommand('biome', ['format', '--write', 'biome.json']);
  });
}
