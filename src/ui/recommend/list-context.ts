import { createContext, use } from 'react';
import { createStore, useStore } from 'zustand';
import type { Place } from '../../events/rating-event';

/** What a film of a list has to know of the list. */
export interface ListFacts {
  /** Where clicks on it are made. */
  place: Place;
  /** The most films shown. */
  limit: number;
  /** Films kept out of it, because they are being judged. */
  hidden: readonly number[];
}

/** Leads what a film has to know of its list past the rows between. */
export const ListContext = createContext(
  createStore((): ListFacts => ({ place: 'for-you', limit: 50, hidden: [] })),
);

/** What the list around a film is; that of For you outside of one. */
export const useListFacts = () => useStore(use(ListContext));
