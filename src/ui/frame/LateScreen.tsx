import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useState } from 'react';
import { LoadingView } from '../common/StateViews';

/** Code of a screen that is loaded when it is first shown. */
export interface LateCode {
  /** What is shown now; another one after a load that failed. */
  current: LazyExoticComponent<ComponentType>;
}

/**
 * Code that is tried again the next time it is shown where a load failed: React's own `lazy` would keep the failure for as
 * long as the page lives, and loading the page anew may lose what it holds.
 * @param load rejects where the code cannot be had; the boundary around the screen says so
 */
export function lateCode(load: () => Promise<ComponentType>): LateCode {
  const make = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        code.current = make();
        throw error;
      }
    });
  const code: LateCode = { current: make() };
  return code;
}

/** A screen whose code comes late. @param what is done meanwhile: "Opening your ratings"; nothing is shown where left out */
export function LateScreen({ code, what }: { code: LateCode; what?: string }) {
  const [Screen] = useState(() => code.current);
  return (
    <Suspense fallback={what && <LoadingView what={what} />}>
      <Screen />
    </Suspense>
  );
}
