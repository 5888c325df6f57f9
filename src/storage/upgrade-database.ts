import type { Table, Transaction } from 'dexie';
import { type LogRow, upgradeEvents } from '../events/upgrade-events';

/**
 * Two rows of the log that belong to nobody and have one id. Pages of schema version 2 know nothing of newer ones: Dexie
 * would give them back the index that they miss, ids unique over all profiles, and they would write events that no one can
 * read. Over these rows that index cannot be built, so opening fails there, and nothing is touched.
 */
export const BARRIER = [-1, -2].map((seq) => ({ seq, id: 'schema version 3' }));

/** Bars a database to pages of older versions; called by Dexie within the transaction that makes or upgrades it. */
export async function putBarrier(transaction: Transaction): Promise<void> {
  await transaction.table('events').bulkPut(BARRIER);
}

/** Upgrades all logs of a database; called by Dexie within the transaction that raises the schema to version 3. */
export async function upgradeDatabase(transaction: Transaction): Promise<void> {
  const events: Table<LogRow, number> = transaction.table('events');
  const byProfile = new Map<unknown, LogRow[]>();
  for (const row of await events.orderBy(':id').toArray()) {
    const known = byProfile.get(row.profileId);
    if (known) known.push(row);
    else byProfile.set(row.profileId, [row]);
  }
  for (const rows of byProfile.values()) {
    const upgraded = upgradeEvents(rows);
    await events.bulkPut(upgraded.filter((row, n) => row !== rows[n]));
  }
  await putBarrier(transaction);
}
