// Reads what imports what in src/. The layer test, the structure test and the picture of the architecture share it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/**
 * How a module names another: `static` and `type` with names, `side-effect` without, `dynamic` and `typeof` as an
 * expression or type, `url` as the address of a worker or file.
 * @typedef {'static' | 'type' | 'side-effect' | 'dynamic' | 'typeof' | 'url'} ImportKind
 * @typedef {{ specifier: string, kind: ImportKind }} Import
 * @typedef {{ from: string, to: string, kind: ImportKind }} Arrow a module, the module it imports (both relative to the project)
 * @typedef {{ arrows: Arrow[], packages: { from: string, name: string }[], unresolved: { from: string, specifier: string }[] }} Graph
 */

const EXTENSIONS = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.css'];

/**
 * @param {string} root the project's folder
 * @param {string} [folder] relative to it
 * @returns {string[]} every file below the folder, relative to the project, with forward slashes, in a fixed order
 */
export function filesBelow(root, folder = 'src') {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
}

/** @param {string} path @returns {boolean} whether the file is TypeScript or JavaScript */
export const isModule = (path) => /\.(tsx?|mjs)$/.test(path);

/** Sources parsed before: several checks look at the same modules. @type {Map<string, import('vite').ParseResult>} */
const parsed = new Map();

/**
 * @param {string} path decides the language, by its extension
 * @param {string} source
 * @returns {import('vite').ParseResult}
 * @throws {Error} if the source has a syntax error
 */
export function parse(path, source) {
  const key = `${path}\0${source}`;
  const result = parsed.get(key) ?? parseSync(path, source);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0].message}`);
  parsed.set(key, result);
  return result;
}

/**
 * Visits a node of a syntax tree and all nodes in it, outermost first, in the order of the source.
 * @param {any} node
 * @param {(node: any) => void} visit
 */
export function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const child of Object.values(node))
    if (child !== null && typeof child === 'object') walk(child, visit);
}

/** @param {unknown} node @returns {string | undefined} the text of a literal or of a template without places */
function textOf(node) {
  const { type, value, quasis, expressions } = /** @type {any} */ (node ?? {});
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type === 'TemplateLiteral' && expressions.length === 0) return quasis[0].value.cooked;
  return undefined;
}

/**
 * @param {string} path decides the language, by its extension
 * @param {string} source
 * @returns {Import[]} all that the module names, once per place
 */
export function importsOf(path, source) {
  if (path.endsWith('.css')) {
    const found = source.matchAll(/@import\s+(?:url\()?\s*['"]?([^'")\s;]+)/g);
    return [...found].map(([, specifier]) => ({ specifier, kind: 'side-effect' }));
  }
  /** @type {Import[]} */
  const imports = [];
  /** @param {unknown} node @param {ImportKind} kind */
  const add = (node, kind) => {
    const specifier = textOf(node);
    if (specifier !== undefined) imports.push({ specifier, kind });
  };
  /** @param {{ type: string, importKind?: string, exportKind?: string, specifiers?: any[] }} node @returns {ImportKind} */
  const kindOf = ({ type, importKind, exportKind, specifiers = [] }) => {
    if (importKind === 'type' || exportKind === 'type') return 'type';
    const kinds = specifiers.map((name) => name.importKind ?? name.exportKind);
    if (kinds.length > 0 && kinds.every((kind) => kind === 'type')) return 'type';
    return type === 'ImportDeclaration' && specifiers.length === 0 ? 'side-effect' : 'static';
  };
  walk(parse(path, source).program, (node) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) add(node.source, kindOf(node));
    else if (node.type === 'ImportExpression') add(node.source, 'dynamic');
    else if (node.type === 'TSImportType') add(node.source, 'typeof');
    else if (node.type === 'NewExpression' && node.callee.name === 'URL' && node.arguments.length === 2) {
      add(node.arguments[0], 'url');
    }
  });
  return imports;
}

/** @param {string} from @param {string} specifier @returns {string} the path it names, without the query that tells Vite how */
const pathNamed = (from, specifier) => posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ''));

/**
 * @param {string} from a module, relative to the project
 * @param {string} specifier as written there
 * @param {Set<string>} files that exist
 * @returns {string | undefined} the file it names; undefined if there is none
 */
export function resolveImport(from, specifier, files) {
  const target = pathNamed(from, specifier);
  return EXTENSIONS.map((extension) => target + extension).find((path) => files.has(path));
}

/**
 * @param {string} root the project's folder
 * @returns {Graph} all imports of src/
 */
export function readGraph(root) {
  const paths = filesBelow(root);
  const files = new Set(paths);
  /** @type {Graph} */
  const graph = { arrows: [], packages: [], unresolved: [] };
  for (const from of paths.filter((path) => isModule(path) || path.endsWith('.css'))) {
    for (const { specifier, kind } of importsOf(from, readFileSync(join(root, from), 'utf8'))) {
      const to = resolveImport(from, specifier, files);
      if (to) graph.arrows.push({ from, to, kind });
      else if (specifier.startsWith('.')) {
        // What a module reads from outside src/, such as a font or a data file.
        if (!existsSync(join(root, pathNamed(from, specifier)))) {
          graph.unresolved.push({ from, specifier });
        }
      } else graph.packages.push({ from, name: specifier });
    }
  }
  return graph;
}
