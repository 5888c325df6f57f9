import { parse } from '../../scripts/source-graph.mjs';

/** Attributes that are read or spoken. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'title',
  'label',
  'placeholder',
  'description',
]);
/** Attributes that hold names of classes, drawings and addresses. */
const UNSPOKEN =
  /^(className|classNames|style|d|transform|viewBox|points|href|src|id|data-.*|sizes|accept|rel|key|variant)$/;
/** What the platform calls its keys, and what a style sheet reads. */
const OF_THE_PLATFORM =
  /^(Escape|Enter|Tab|Home|End|Arrow\w*|Page\w+|Alt\w*|Control|Shift|Meta|Backspace|Delete|Files|Uint8Array)$|^\(?[a-z-]+\(|^\((min|max|prefers|orientation)|^(var|calc|translate)\(|\[role=|^M[\d ]|^weightless:/;

/** A text in a module that looks like words of a screen. */
export interface WordsFound {
  text: string;
  line: number;
}

/** Words begin with a capital letter, or are more than one. */
const looksLikeWords = (text: string) =>
  !OF_THE_PLATFORM.test(text.trim()) &&
  (/\p{L}{2,}[ ,.:;?!’]+\p{L}/u.test(text) ||
    /^\s*\p{Lu}\p{Ll}+/u.test(text) ||
    /^[\s,;:]+\p{L}{2,}/u.test(text));

/**
 * Texts in a module of a screen that a reader would see: text between elements, spoken attributes, and literals that look like words.
 * Errors of programming (`new Error`), warnings of the log (`logger.warn`), types, comparisons, names of classes and addresses are none.
 * @throws Error if the source has a syntax error
 */
export function wordsOutside(path: string, source: string): WordsFound[] {
  const found: WordsFound[] = [];
  const add = (text: string, start: number) =>
    found.push({ text: text.trim().replace(/\s+/g, ' '), line: source.slice(0, start).split('\n').length });
  // biome-ignore lint/suspicious/noExplicitAny: nodes of all kinds, told apart by their type.
  const visit = (node: any): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const entry of node) visit(entry);
      return;
    }
    const type: string = node.type ?? '';
    if (/^(Import|ExportAll|TS)/.test(type) && !/^TS(As|Satisfies|NonNull)/.test(type)) return;
    if (type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) return;
    if (type === 'NewExpression' && /^(Type|Range)?Error$/.test(node.callee.name)) return;
    if (type === 'CallExpression' && node.callee.property?.name === 'warn') return;
    if (type === 'JSXAttribute') {
      const name = `${node.name.namespace ? `${node.name.namespace.name}:` : ''}${node.name.name}`;
      if (UNSPOKEN.test(name)) return;
      if (SPOKEN.has(name) && node.value?.type === 'Literal' && /\p{L}/u.test(node.value.value)) {
        add(node.value.value, node.value.start);
        return;
      }
    }
    if (type === 'JSXText' && /\p{L}/u.test(node.value)) add(node.value, node.start);
    if (type === 'Literal' && typeof node.value === 'string' && looksLikeWords(node.value))
      add(node.value, node.start);
    if (type === 'TemplateLiteral') {
      const text = node.quasis.map((quasi: { value: { raw: string } }) => quasi.value.raw).join('…');
      if (/\p{L}{2,}/u.test(text) && /^\S+$/.test(text) === false && looksLikeWords(text))
        add(text, node.start);
    }
    if (type === 'SwitchCase') {
      visit(node.consequent);
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      if (key === 'type' || (key === 'key' && type === 'Property' && !node.computed)) continue;
      visit(child);
    }
  };
  visit(parse(path, source).program);
  return found;
}
