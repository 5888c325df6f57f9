import type { Page } from 'playwright';
import { inOrder, type RatingEvent, readRatingEvent } from '../../src/events/rating-event';

/**
 * Reads the log as it is stored, past the app: every row of the browser's database, from all people.
 * @returns the events in order
 * @throws Error where the database cannot be read, or holds a row that is no event or is there twice
 */
export async function readStoredLog(page: Page): Promise<RatingEvent[]> {
  const rows = await page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const fail = (request: IDBRequest) => () => reject(request.error);
        // Longer than any reading takes: a database that never answers cannot be read either.
        setTimeout(() => reject(new Error('The database does not answer.')), 30_000);
        const opening = indexedDB.open('weightless');
        opening.onerror = fail(opening);
        opening.onsuccess = () => {
          const db = opening.result;
          // Rows below 0 say nothing and only bar the log to older versions.
          const reading = db.transaction('events').objectStore('events').getAll(IDBKeyRange.lowerBound(0));
          reading.onerror = fail(reading);
          reading.onsuccess = () => {
            db.close();
            resolve(reading.result);
          };
        };
      }),
  );
  const events = rows.map((row) => {
    const event = readRatingEvent(row);
    if (!event) throw new Error(`This row is no event: ${JSON.stringify(row)}`);
    return event;
  });
  if (new Set(events.map(({ id }) => id)).size < events.length) throw new Error('An event is there twice.');
  return events.sort(inOrder);
}
