import type { BrowserContextOptions } from 'playwright';
import { afterEach, expect } from 'vitest';
import { ready } from './screens';
import type { Visitor } from './visitor';

/**
 * For files whose tests each need one person or more, new to the app. After each test nobody may have seen an error, a foreign request or
 * one that failed.
 * @param make `newVisitor`, or `newReturningVisitor` where they come back
 * @returns makes a newcomer with the app open and ready
 */
export function newcomers<One extends Visitor>(
  make: (options: BrowserContextOptions) => Promise<One>,
): () => Promise<One> {
  const visitors: Visitor[] = [];
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      expect([visitor.errors, visitor.foreignRequests, visitor.failedRequests]).toEqual([[], [], []]);
      await visitor.leave();
    }
  });
  return async () => {
    const visitor = await make({ reducedMotion: 'reduce', acceptDownloads: true });
    visitors.push(visitor);
    await visitor.open();
    await ready(visitor.page);
    return visitor;
  };
}
