import { afterEach, expect } from 'vitest';
import { ready } from './screens';
import { newVisitor, type Visitor } from './visitor';

/**
 * For files whose tests each need one person or more, new to the app. After each test nobody may have seen an error, a foreign request or
 * one that failed.
 * @returns makes a newcomer with the app open and ready
 */
export function newcomers(): () => Promise<Visitor> {
  const visitors: Visitor[] = [];
  afterEach(async () => {
    for (const visitor of visitors.splice(0)) {
      expect([visitor.errors, visitor.foreignRequests, visitor.failedRequests]).toEqual([[], [], []]);
      await visitor.leave();
    }
  });
  return async () => {
    const visitor = await newVisitor({ reducedMotion: 'reduce', acceptDownloads: true });
    visitors.push(visitor);
    await visitor.open();
    await ready(visitor.page);
    return visitor;
  };
}
