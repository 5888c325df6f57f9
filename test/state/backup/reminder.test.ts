import { expect, test } from 'vitest';
import { createBackupReminder, WORTH_A_BACKUP } from '../../../src/state/backup/reminder';

/** @param saved when there was the last backup; null for never */
function reminderAfter(saved: number | null) {
  const stored = new Map<string, unknown>();
  const settings = {
    get: async (key: string) => stored.get(key),
    async set(key: string, value: unknown) {
      stored.set(key, value);
    },
  };
  const lastBackup = async () => (saved === null ? null : { time: saved });
  return { stored, reminder: createBackupReminder(settings, lastBackup) };
}

/** A log of events told at 1, 2, 3 and so on. */
const logOf = (events: number) => Array.from({ length: events }, (_, n) => ({ time: n + 1 }));

test('reminder: is due after every hundred clicks without a backup', async () => {
  const { reminder } = reminderAfter(null);
  expect(await reminder.due('p', logOf(WORTH_A_BACKUP - 1))).toBeNull();
  expect(await reminder.due('p', logOf(WORTH_A_BACKUP))).toBe(WORTH_A_BACKUP);
  const later = reminderAfter(250).reminder;
  expect(await later.due('p', logOf(349))).toBeNull();
  expect(await later.due('p', logOf(350))).toBe(100);
});

test('reminder: rests for another hundred clicks when it was heard, for that person alone', async () => {
  const { reminder } = reminderAfter(40);
  await reminder.later('p', logOf(150));
  expect(await reminder.due('p', logOf(249))).toBeNull();
  expect(await reminder.due('p', logOf(250))).toBe(210);
  expect(await reminder.due('q', logOf(150))).toBe(110);
});

test('reminder: counts what was told since when much of what was before is erased', async () => {
  const { reminder } = reminderAfter(500);
  expect(await reminder.due('p', logOf(599).slice(480))).toBeNull();
  expect(await reminder.due('p', logOf(600).slice(480))).toBe(100);
});

test('reminder: says nothing when what is stored cannot be read, and heeds nothing damaged', async () => {
  const { reminder, stored } = reminderAfter(null);
  stored.set('reminder:p', { version: 9, time: 'late' });
  expect(await reminder.due('p', logOf(120))).toBe(120);
  const silent = createBackupReminder(
    { get: () => Promise.reject(new Error('no')), set: async () => {} },
    async () => null,
  );
  expect(await silent.due('p', logOf(1000))).toBeNull();
});
