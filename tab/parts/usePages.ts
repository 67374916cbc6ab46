import { useState } from 'react';

export interface Pages {
  /** Where the page shown begins; undefined for the first. */
  readonly after: string | undefined;
  readonly isFirst: boolean;
  readonly forward: (next: string) => void;
  readonly back: () => void;
  readonly restart: () => void;
}

/** Walking through a list page by page. The server names where each next page begins. */
export function usePages(): Pages {
  const [starts, setStarts] = useState<readonly string[]>([]);
  return {
    after: starts.at(-1),
    isFirst: starts.length === 0,
    forward: (next) => setStarts([...starts, next]),
    back: () => setStarts(starts.slice(0, -1)),
    restart: () => setStarts([]),
  };
}
