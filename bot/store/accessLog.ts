/** The desk's `AccessLog` over the container `access` (D15). */
import type { Container, Resource } from '@azure/cosmos';
import type { AccessLine, AccessLog } from '../desk/ports.ts';
import { asStoreFailure, failureOf } from './failures.ts';
import { listPage, withoutCosmos } from './listPage.ts';
import { accessQueries } from './queries.ts';

/**
 * A line is stored once: to write it again, after an answer that was lost, changes nothing. `list` throws RangeError for
 * a page token that is not this list's own.
 */
export const accessLogIn = (container: Container): AccessLog => ({
  write: async (line) => {
    try {
      await container.items.create(line);
    } catch (error) {
      if (failureOf(error).code !== 409) throw asStoreFailure(error);
    }
  },
  list: async (key, name, parameters, page = {}) => {
    const text = { query: accessQueries[name], values: { ...parameters } };
    const { resources, next } = await listPage(container, key, text, page);
    const lines = resources.map((resource) => withoutCosmos(resource as AccessLine & Resource));
    return next === undefined ? { lines } : { lines, next };
  },
});
