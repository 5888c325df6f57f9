import type * as v from 'valibot';
import { printable } from '../lib/text/printable';
import { BackupRefusal } from './backup-refusal';

/** What is wrong with a value, as far as its schema tells, for a person. @param where such as "Ada" */
export function problemOf(issues: readonly v.BaseIssue<unknown>[], where: string): string {
  const [{ expected, received, path }] = issues;
  const place = path?.map(({ key }) => String(key)).join('.') ?? 'the whole';
  return `${where}: “${printable(place, 60)}” should be ${printable(expected ?? 'something else', 60)}, found ${printable(received, 60)}`;
}

/** @throws BackupRefusal for fields that no file of this version has: dropping them would lose what they say */
export function checkNames(fields: object, known: readonly string[], file: string, where: string): void {
  const strange = Object.keys(fields).find((field) => !known.includes(field));
  if (strange !== undefined) {
    throw new BackupRefusal(
      `${file} was changed by another program: ${where} has a field “${printable(strange, 40)}” that no backup has.`,
    );
  }
}

/** @throws BackupRefusal where more is in a file than can be restored. @param what is counted, such as "clicks" */
export function checkCount(found: number, most: number, what: string, file: string): void {
  if (found <= most) return;
  const [n, limit] = [found, most].map((number) => number.toLocaleString('en'));
  throw new BackupRefusal(`${file} holds ${n} ${what}; at most ${limit} can be restored.`);
}
