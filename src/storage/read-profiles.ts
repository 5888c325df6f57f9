import { MAX_NAME_LENGTH } from '../lib/text/name-length';
import type { Profile } from './database';

/** Who is called so whose name could not be read. */
const NAMELESS = 'Somebody';

/** A name as it is compared: whatever the case, however accents are written. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The name, or where somebody else has it, the name and the first number from 2 that makes it another. */
export function freeName(name: string, others: readonly { name: string }[]): string {
  const taken = new Set(others.map((other) => foldName(other.name)));
  let free = name;
  for (let n = 2; taken.has(foldName(free)); n++) {
    const suffix = ` ${n}`;
    free = `${[...name].slice(0, MAX_NAME_LENGTH - suffix.length).join('')}${suffix}`;
  }
  return free;
}

const isTime = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

function readName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.replace(/\s+/gu, ' ').trim();
  return trimmed === '' ? undefined : [...trimmed].slice(0, MAX_NAME_LENGTH).join('');
}

/**
 * Reads the rows of profiles. Only what says whose log it is cannot be mended, the id, and a row is never without one that
 * the database takes. A name that is no text becomes "Somebody", a place or a count that cannot be one the last or none.
 * @returns all profiles in list order, and those of them whose row has to be written anew
 */
export function readProfiles(rows: readonly unknown[]): { list: Profile[]; mended: Profile[] } {
  const found = rows.filter(
    (row): row is Profile & Record<string, unknown> =>
      typeof row === 'object' &&
      row !== null &&
      typeof (row as Profile).id === 'string' &&
      (row as Profile).id !== '',
  );
  const orders = found.map(({ order }) => order).filter(isTime);
  let last = Math.max(0, ...orders.filter(Number.isSafeInteger));
  const named: { name: string }[] = [];
  for (const row of found) {
    const name = readName(row.name);
    if (name !== undefined) named.push({ name });
  }
  const mended: Profile[] = [];
  const list = found.map((row) => {
    const name = readName(row.name) ?? freeName(NAMELESS, named);
    if (readName(row.name) === undefined) named.push({ name });
    const { erasures, sealedSeq } = row;
    const profile: Profile = {
      id: row.id,
      name,
      createdAt: isTime(row.createdAt) ? row.createdAt : 0,
      order: isTime(row.order) ? row.order : ++last,
      ...(isCount(erasures) ? { erasures } : {}),
      ...(isCount(sealedSeq) ? { sealedSeq } : {}),
    };
    const sound =
      profile.name === row.name &&
      profile.createdAt === row.createdAt &&
      profile.order === row.order &&
      profile.erasures === row.erasures &&
      profile.sealedSeq === row.sealedSeq;
    if (!sound) mended.push(profile);
    return profile;
  });
  return { list: list.sort((a, b) => a.order - b.order), mended };
}
