import type { Records } from '../../bot/desk/ports.ts';

/** Counts how often the caller had to wait for the store. Calls made while another is under way belong to the same wait. */
export function countWaits() {
  let underWay = 0;
  let waits = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (underWay === 0) waits += 1;
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
  return {
    waits: () => waits,
    reset: () => {
      waits = 0;
    },
    around: (inner: Records): Records => ({
      read: (...call) => counted(() => inner.read(...call)),
      commit: (...call) => counted(() => inner.commit(...call)),
      list: (...call) => counted(() => inner.list(...call)),
    }),
  };
}
