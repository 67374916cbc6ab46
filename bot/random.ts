import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Random } from './desk/ports.ts';

/** The operating system's own randomness. */
export const systemRandom: Random = {
  below: (below) => randomInt(below),
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  uuid: () => randomUUID(),
};
