import { useEffect, useState } from 'react';

/** Whole seconds since `what` began; 0 while it is null. */
export function useSeconds(what: string | null): number {
  const [count, setCount] = useState<{ what: string | null; seconds: number }>({ what, seconds: 0 });
  useEffect(() => {
    if (what === null) return;
    const timer = setInterval(
      () => setCount((last) => ({ what, seconds: last.what === what ? last.seconds + 1 : 1 })),
      1000,
    );
    return () => clearInterval(timer);
  }, [what]);
  return count.what === what ? count.seconds : 0;
}
