import { createElement, Fragment, type ReactNode } from 'react';

/** A sentence with elements in it, from its parts in the order of its language (words/): needs no keys, since they never change places. */
export function sentence(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}
