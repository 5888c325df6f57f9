import { type ReactNode, startTransition, useEffect, useState } from 'react';

/** Between two parts of a page that come one after the other. */
export const NEXT_MS = 70;

/** Shows what it holds at its turn: a screen full of figures put up at once would hold the page for too long. */
export function InTurn({ place, children }: { place: number; children: ReactNode }) {
  const [come, setCome] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setCome(true)), place * NEXT_MS);
    return () => clearTimeout(timer);
  }, [place]);
  return come ? children : null;
}
