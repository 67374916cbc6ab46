/** The desk's `AccessLog` over the container `access` (D15). */
import type { Container } from '@azure/cosmos';
import type { AccessLog } from '../desk/ports.ts';
import { asStoreFailure, failureOf } from './failures.ts';

/** A line is stored once: to write it again, after an answer that was lost, changes nothing. */
export const accessLogIn = (container: Container): AccessLog => ({
  write: async (line) => {
    try {
      await container.items.create(line);
    } catch (error) {
      if (failureOf(error).code !== 409) throw asStoreFailure(error);
    }
  },
});
