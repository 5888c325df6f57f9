import { crc32 } from '../../src/lib/hash';
import type { Random } from '../../src/lib/random';
import type { Row, Rows } from './world';
import { damaged, wrongValue } from './wrong-values';

/** A way of damaging what is stored; changes the rows in place. */
export type Mutate = (random: Random, rows: Rows) => void;

/** Length of the envelope before the payload of a saved model (lib/envelope): magic, version, length, checksum. */
const HEADER = 16;
const pick = <T>(random: Random, all: readonly T[]): T => all[random.integer(all.length)];

/** Bytes whose envelope says the length and the checksum that they have. */
function repaired(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER) return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(8, copy.length - HEADER, true);
  view.setUint32(12, crc32(copy.subarray(HEADER)), true);
  return copy;
}

/** Changes the bytes of one saved model. */
function onBytes(change: (random: Random, bytes: Uint8Array) => Uint8Array): Mutate {
  return (random, { snapshots }) => {
    const row = pick(random, snapshots);
    const { bytes } = row;
    if (bytes instanceof Uint8Array && bytes.length > HEADER) row.bytes = change(random, bytes);
  };
}

function flipped(random: Random, bytes: Uint8Array, from = 0): Uint8Array {
  const copy = bytes.slice();
  for (let flips = 1 + random.integer(3); flips > 0; flips--)
    copy[from + random.integer(copy.length - from)] ^= 1 << random.integer(8);
  return copy;
}

function extended(random: Random, bytes: Uint8Array): Uint8Array {
  const more = Uint8Array.from({ length: 1 + random.integer(300) }, () => random.integer(256));
  const longer = new Uint8Array(bytes.length + more.length);
  const inFront = random.integer(4) === 0;
  longer.set(bytes, inFront ? more.length : 0);
  longer.set(more, inFront ? 0 : bytes.length);
  return longer;
}

/** Puts a wrong value in a field of a row, or takes the field away; sometimes adds a field that does not belong there. */
function damageRow(random: Random, row: Row, fields: readonly string[]): void {
  const field = pick(random, fields);
  const what = random.integer(8);
  if (what === 0) delete row[field];
  else if (what === 1) {
    const name = pick(random, ['__proto__', 'constructor', 'toString', 'undoOf', 'missing']);
    // Not by assignment, which would set the prototype.
    const own = { value: wrongValue(random), enumerable: true, writable: true, configurable: true };
    Object.defineProperty(row, name, own);
  } else row[field] = damaged(random, row[field]);
}

const EVENT_FIELDS = [
  ...['id', 'profileId', 'time', 'about', 'movieId', 'place', 'predictionVisible', 'batch', 'origin'],
  ...['kind', 'mood', 'stars', 'choices', 'of'],
];
const NUMBERS = [0, -1, -7, 0.5, 3.5, 2 ** 50, 2 ** 53, 1e300, Number.POSITIVE_INFINITY];

/** What of two rows of one table belongs to the other's person. */
function swapPeople(random: Random, rows: readonly Row[]): void {
  const [one, other] = [pick(random, rows), pick(random, rows)];
  [one.profileId, other.profileId] = [other.profileId, one.profileId];
}

const ofEvents: Record<string, Mutate> = {
  'event field wrong': (random, { events }) => damageRow(random, pick(random, events), EVENT_FIELDS),
  'event number wrong': (random, { events }) => {
    const row = pick(random, events);
    row.seq = random.integer(3) === 0 ? wrongValue(random) : pick(random, NUMBERS);
  },
  'event time wrong': (random, { events }) => {
    const row = pick(random, events);
    row.time =
      random.integer(2) === 0
        ? pick(random, events).time
        : Number(pick(random, events).time) * 10 ** random.integer(12);
  },
  'event points elsewhere': (random, { events }) => {
    const row = pick(random, events);
    const of = random.integer(3) === 0 ? row.id : pick(random, events).id;
    Object.assign(row, { kind: pick(random, ['undo', 'redo', 'file']), of });
  },
  'events swapped between people': (random, { events }) => {
    for (let swaps = 1 + random.integer(3); swaps > 0; swaps--) swapPeople(random, events);
  },
  'event doubled': (random, { events }) => {
    const id = random.integer(2) === 0 ? '__proto__' : `copy-${random.integer(9)}`;
    const row = { ...pick(random, events), seq: 1000 + random.integer(9) };
    events.push(
      random.integer(2) === 0 ? { ...row, id } : { ...row, profileId: pick(random, events).profileId },
    );
  },
  'event lost': (random, { events }) => {
    events.splice(random.integer(events.length), 1 + random.integer(3));
  },
  'tombstone wrong': (random, { tombstones, events }) => {
    const { profileId, id } = pick(random, events);
    const what = random.integer(4);
    if (what === 0) tombstones.push({ profileId, id });
    else if (what === 1)
      tombstones.push({ profileId: pick(random, [profileId, wrongValue(random)]), id: wrongValue(random) });
    else if (what === 2) tombstones.splice(random.integer(tombstones.length), 1);
    else if (tombstones.length > 0) damageRow(random, pick(random, tombstones), ['id', 'profileId']);
  },
};

const ofPeople: Record<string, Mutate> = {
  'profile field wrong': (random, { profiles }) =>
    damageRow(random, pick(random, profiles), ['id', 'name', 'createdAt', 'order', 'erasures', 'sealedSeq']),
  'profile count wrong': (random, { profiles }) => {
    const count = pick(random, [...NUMBERS, 3, 30, 2 ** 53 - 1]);
    pick(random, profiles)[pick(random, ['erasures', 'sealedSeq', 'order', 'createdAt'])] = count;
  },
  'profile lost or strange': (random, { profiles }) => {
    const what = random.integer(3);
    if (what === 0) profiles.splice(random.integer(profiles.length), 1 + random.integer(3));
    else
      profiles.push({
        ...pick(random, profiles),
        id: pick(random, ['__proto__', 'constructor', wrongValue(random)]),
      });
  },
};

/** Keys under which something was, or something else might be. */
function strangeKey(random: Random, keys: readonly unknown[]): unknown {
  const known = String(pick(random, keys));
  return pick(random, [
    7,
    ['contexts:', 1],
    new Date(5),
    '__proto__',
    'tuning:__proto__',
    `${known}:`,
    'constructor',
  ]);
}

const ofSettings: Record<string, Mutate> = {
  'setting wrong': (random, { settings }) => {
    pick(random, settings).value = wrongValue(random);
  },
  'setting damaged within': (random, { settings }) => {
    const row = pick(random, settings);
    row.value = damaged(random, row.value);
  },
  'setting lost or strange': (random, { settings }) => {
    const key = strangeKey(
      random,
      settings.map((row) => row.key),
    );
    if (random.integer(2) === 0) settings.splice(random.integer(settings.length), 1);
    else settings.push({ key, value: pick(random, [wrongValue(random), pick(random, settings).value]) });
  },
  'settings swapped': (random, { settings }) => {
    const [one, other] = [pick(random, settings), pick(random, settings)];
    [one.value, other.value] = [other.value, one.value];
  },
};

const single: Record<string, Mutate> = {
  'snapshot flipped': onBytes((random, bytes) => flipped(random, bytes)),
  'snapshot flipped, checksum right': onBytes((random, bytes) => repaired(flipped(random, bytes, HEADER))),
  'snapshot cut': onBytes((random, bytes) => bytes.slice(0, random.integer(bytes.length))),
  'snapshot cut, checksum right': onBytes((random, bytes) =>
    repaired(bytes.slice(0, random.integer(bytes.length))),
  ),
  'snapshot extended': onBytes(extended),
  'snapshot extended, checksum right': onBytes((random, bytes) => repaired(extended(random, bytes))),
  'snapshots swapped': (_, { snapshots: [one, other] }) => {
    [one.bytes, other.bytes] = [other.bytes, one.bytes];
  },
  'snapshot of another type': (random, { snapshots }) => {
    const row = pick(random, snapshots);
    row[pick(random, ['bytes', 'bytes', 'profileId'])] = wrongValue(random);
  },
  ...ofEvents,
  ...ofPeople,
  ...ofSettings,
};

/** Every way of damaging what is stored, by its name; the last is several of the others at once. */
export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  ...single,
  'several at once': (random, rows) => {
    const all = Object.values(single);
    for (let times = 2 + random.integer(4); times > 0; times--) pick(random, all)(random, rows);
  },
};
