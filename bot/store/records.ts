/** The desk's `Records` over the container `records`. */
import type { Container, JSONObject, OperationInput, Resource } from '@azure/cosmos';
import {
  StoreBusy,
  type CommitResult,
  type ListKinds,
  type ListName,
  type Operation,
  type Records,
  type Stored,
} from '../desk/ports.ts';
import type { Kind, Row, RowOf } from '../desk/rows.ts';
import { asStoreFailure, failureOf, isBehind, isBusyStatus } from './failures.ts';
import { canBeId } from './ids.ts';
import { listPage, withoutCosmos } from './listPage.ts';
import { queries } from './queries.ts';

const mostOperations = 100;

/**
 * Every call is one request to the store; a list sends the SDK's query-plan request beside it.
 * `commit` throws RangeError for a batch that is empty, over 100 operations or over 2 MB, `list` for a page token that
 * is not this list's own.
 */
export function recordsIn(container: Container): Records {
  const read: Records['read'] = async (scope, id, kind) => {
    if (!canBeId(id)) return undefined;
    const answer = await orBusy(container.item(id, scope).read<StoredRow>());
    if (answer.resource) {
      const stored = storedOf(answer.resource);
      return isOfKind(stored, kind) ? stored : undefined;
    }
    // The SDK answers every 404 without throwing, also those that mean something else than "no such row".
    if (isBehind({ code: answer.statusCode, substatus: answer.substatus }))
      throw new StoreBusy(answer.statusCode);
    if (answer.substatus) throw new Error(`The store has no container to read from (${answer.substatus}).`);
    return undefined;
  };

  const commit: Records['commit'] = async (scope, operations) => {
    if (operations.length === 0) throw new RangeError('A batch needs at least one operation.');
    if (operations.length > mostOperations)
      throw new RangeError(`A batch holds at most ${mostOperations} operations, not ${operations.length}.`);
    const inputs = operations.map(inputOf);
    const answer = await orBusy(
      container.items.batch(inputs, scope, { contentResponseOnWriteEnabled: false }),
    ).catch((error: unknown) => {
      throw failureOf(error).code === 413
        ? new RangeError('A batch holds at most 2 MB.', { cause: error })
        : error;
    });
    return resultOf(answer.result ?? []);
  };

  const list: Records['list'] = async (scope, name, parameters, page = {}) => {
    const { kind, query, fixed } = queries[name];
    const answer = await listPage(
      container,
      scope,
      { query, values: { kind, ...fixed, ...parameters } },
      page,
    );
    const rows = answer.resources.map((resource) => storedOf(resource as ListRow<typeof name>));
    return answer.next === undefined ? { rows } : { rows, next: answer.next };
  };
  return { read, commit, list };
}

type StoredRow = Row & Resource;
type ListRow<N extends ListName> = RowOf<ListKinds[N]> & Resource;

function storedOf<R extends Row>(resource: R & Resource): Stored<R> {
  const { _etag: etag } = resource;
  return { row: withoutCosmos(resource), etag };
}

const isOfKind = <K extends Kind>(stored: Stored, kind: K): stored is Stored<RowOf<K>> =>
  stored.row.kind === kind;

function inputOf(operation: Operation): OperationInput {
  if (operation.op === 'delete') {
    // The SDK sends ifMatch with a deletion, only its type does not know.
    const guard = operation.etag === undefined ? {} : { ifMatch: operation.etag };
    return { operationType: 'Delete', id: operation.id, ...guard };
  }
  const resourceBody: JSONObject = Object.fromEntries(Object.entries(operation.row));
  if (operation.op === 'create') return { operationType: 'Create', resourceBody };
  if (operation.op === 'upsert') return { operationType: 'Upsert', resourceBody };
  return { operationType: 'Replace', id: operation.row.id, ifMatch: operation.etag, resourceBody };
}

/** A refused batch is answered, not thrown: every operation has a status, all but the guilty one 424. */
function resultOf(results: readonly { readonly statusCode: number; readonly eTag?: string }[]): CommitResult {
  const at = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
  const refused = results[at];
  if (!refused) return { committed: true, etags: results.map(({ eTag }) => eTag) };
  if (isBusyStatus(refused.statusCode)) throw new StoreBusy(refused.statusCode);
  return { committed: false, at, status: refused.statusCode };
}

async function orBusy<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw asStoreFailure(error);
  }
}
