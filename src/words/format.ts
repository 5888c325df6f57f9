/** How the language of the screens writes numbers, dates, lists and plurals. */
import { LANGUAGE } from './en/language';

/*
 * What writes numbers is made when it is first asked for, and kept: to make the first one of a page takes a browser tens of
 * milliseconds, in which it reads what it knows of languages.
 */

const writers = new Map<string, Intl.NumberFormat>();
let plurals: Intl.PluralRules | undefined;

function writerOf(format: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(format);
  let writer = writers.get(key);
  if (!writer) {
    writer = new Intl.NumberFormat(LANGUAGE, format);
    writers.set(key, writer);
  }
  return writer;
}

/** A number as the language writes it: 9,066. @param format digits, percent and the like; without it, at most three decimals */
export function number(value: number, format: Intl.NumberFormatOptions = {}): string {
  return writerOf(format).format(value);
}

/** A number with so many decimals, noughts among them: 7.9, 3.0. */
export const fixed = (value: number, decimals: number) =>
  number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** What follows a number, by the forms that a language tells apart: in English `one` and `other`. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** The form that belongs to a number, alone. */
export function plural(value: number, forms: Forms): string {
  plurals ??= new Intl.PluralRules(LANGUAGE);
  return forms[plurals.select(value)] ?? forms.other;
}

/** A number and what is counted: "1 film", "9,066 films". */
export function counted(value: number, forms: Forms): string {
  return `${number(value)} ${plural(value, forms)}`;
}

/** A moment as the language writes it, in the time zone of the device. @param format `dateStyle`, `timeStyle` or single fields */
export function moment(value: Date | number, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LANGUAGE, format).format(value);
}

/** "a, b and c": @param words at least one */
export function listed(words: Iterable<string>, type: Intl.ListFormatType = 'conjunction'): string {
  return new Intl.ListFormat(LANGUAGE, { type }).format(words);
}
