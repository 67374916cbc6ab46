import { useEffect, useState, type ComponentType } from 'react';

/**
 * A part whose code is fetched when it is first shown; `Meanwhile` stands in for it. React's lazy() would do, but once
 * anything has stood in, it holds the real part back for 300 ms, and one page here waits for two parts in turn.
 * A part that cannot be fetched is thrown for the nearest `Reload` to catch.
 */
export function fetched<P extends object>(
  fetchPart: () => Promise<{ readonly default: ComponentType<P> }>,
  Meanwhile: ComponentType,
): ComponentType<P> {
  let ready: ComponentType<P> | undefined;
  return function Fetched(props: P) {
    const [Part, setPart] = useState(() => ready);
    const isReady = Part !== undefined;
    useEffect(() => {
      if (isReady) return;
      const show = async () => {
        ready = (await fetchPart()).default;
        setPart(() => ready);
      };
      show().catch((error: unknown) =>
        setPart(() => {
          throw error;
        }),
      );
    }, [isReady]);
    return Part ? <Part {...props} /> : <Meanwhile />;
  };
}
