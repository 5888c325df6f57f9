/** How the language of the screens writes numbers, dates, lists and plurals. */
import { LANGUAGE } from './en/language';

const whole = new Intl.NumberFormat(LANGUAGE);
const plurals = new Intl.PluralRules(LANGUAGE);

/** A number as the language writes it: 9,066. @param format digits, percent and the like; without it, at most three decimals */
export function number(value: number, format?: Intl.NumberFormatOptions): string {
  return format ? new Intl.NumberFormat(LANGUAGE, format).format(value) : whole.format(value);
}

/** A number with so many decimals, noughts among them: 7.9, 3.0. */
export const fixed = (value: number, decimals: number) =>
  number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** What follows a number, by the forms that a language tells apart: in English `one` and `other`. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** The form that belongs to a number, alone. */
export function plural(value: number, forms: Forms): string {
  return forms[plurals.select(value)] ?? forms.other;
}

/** A number and what is counted: "1 film", "9,066 films". */
export function counted(value: number, forms: Forms): string {
  return `${whole.format(value)} ${plural(value, forms)}`;
}

/** A moment as the language writes it, in the time zone of the device. @param format `dateStyle`, `timeStyle` or single fields */
export function moment(value: Date | number, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LANGUAGE, format).format(value);
}

/** "a, b and c": @param words at least one */
export function listed(words: Iterable<string>, type: Intl.ListFormatType = 'conjunction'): string {
  return new Intl.ListFormat(LANGUAGE, { type }).format(words);
}
