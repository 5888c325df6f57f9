import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { ROOT } from './child.mjs';

/** A module of words, as a module of the app names it, or `format.ts`, which stands beside them. */
const isEnglish = (source: string, importer = '') =>
  source.includes('words/en/') || (source.startsWith('./en/') && /[\\/]words[\\/][^\\/]+$/.test(importer));

/**
 * Builds the app in another language: every module of words in `src/words/en` is taken from the folder of that language beside it, which has
 * the same modules with the same exports.
 * @param language name of the folder; "en" changes nothing
 * @throws Error if there is no such folder
 */
export function translation(language: string, words = join(ROOT, 'src/words')): Plugin {
  if (!existsSync(join(words, language))) {
    const there = readdirSync(words, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = there.map(({ name }) => name).join(', ');
    throw new Error(`There are no words in "${language}" in src/words, only in: ${names}.`);
  }
  return {
    name: 'weightless:translation',
    enforce: 'pre',
    resolveId(source, importer, options) {
      if (language === 'en' || !isEnglish(source, importer)) return null;
      const translated = source.replace('/en/', `/${language}/`);
      return this.resolve(translated, importer, { ...options, skipSelf: true });
    },
  };
}
