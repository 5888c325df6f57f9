import { expect, test } from 'vitest';
import { createBackupReminder, WORTH_A_BACKUP } from '../../../src/state/backup/reminder';

function reminderAfter(saved: number | null) {
  const stored = new Map<string, unknown>();
  const settings = {
    get: async (key: string) => stored.get(key),
    async set(key: string, value: unknown) {
      stored.set(key, value);
    },
  };
  return {
    stored,
    reminder: createBackupReminder(settings, async () => (saved === null ? null : { events: saved })),
  };
}

test('reminder: is due after every hundred clicks without a backup', async () => {
  const { reminder } = reminderAfter(null);
  expect(await reminder.due('p', WORTH_A_BACKUP - 1)).toBeNull();
  expect(await reminder.due('p', WORTH_A_BACKUP)).toBe(WORTH_A_BACKUP);
  const later = reminderAfter(250).reminder;
  expect(await later.due('p', 349)).toBeNull();
  expect(await later.due('p', 350)).toBe(100);
});

test('reminder: rests for another hundred clicks when it was heard, for that person alone', async () => {
  const { reminder } = reminderAfter(40);
  await reminder.later('p', 150);
  expect(await reminder.due('p', 249)).toBeNull();
  expect(await reminder.due('p', 250)).toBe(210);
  expect(await reminder.due('q', 150)).toBe(110);
});

test('reminder: counts from what is left when much was erased since', async () => {
  const { reminder } = reminderAfter(500);
  await reminder.later('p', 600);
  expect(await reminder.due('p', 50)).toBeNull();
});

test('reminder: says nothing when what is stored cannot be read, and heeds nothing damaged', async () => {
  const { reminder, stored } = reminderAfter(null);
  stored.set('reminder:p', { version: 9, events: 'many' });
  expect(await reminder.due('p', 120)).toBe(120);
  const silent = createBackupReminder(
    { get: () => Promise.reject(new Error('no')), set: async () => {} },
    async () => null,
  );
  expect(await silent.due('p', 1000)).toBeNull();
});
