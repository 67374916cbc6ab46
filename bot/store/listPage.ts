/** One page of a fixed list (D8), for both containers. */
import type { Container, Resource } from '@azure/cosmos';
import type { PageAsked } from '../desk/ports.ts';
import { asStoreFailure, failureOf } from './failures.ts';

const usualPage = 50;

export interface ListText {
  readonly query: string;
  /** Each parameter's value, without the `@` before its name. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** Throws RangeError for a page token that is not this list's own, StoreBusy when the store cannot answer. */
export async function listPage(
  container: Container,
  partitionKey: string,
  { query, values }: ListText,
  { size = usualPage, after }: PageAsked,
): Promise<{ readonly resources: readonly Resource[]; readonly next?: string }> {
  const parameters = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
  const iterator = container.items.query<Resource>(
    { query, parameters },
    { partitionKey, maxItemCount: size, ...(after === undefined ? {} : { continuationToken: after }) },
  );
  try {
    let answer = await iterator.fetchNext();
    // Cosmos may stop before it has found anything and say where to go on.
    while (answer.resources.length === 0 && answer.continuationToken) answer = await iterator.fetchNext();
    const { resources, continuationToken } = answer;
    return continuationToken ? { resources, next: continuationToken } : { resources };
  } catch (error) {
    if (after !== undefined && failureOf(error).code === 400)
      throw new RangeError("The page token is not this list's own.", { cause: error });
    throw asStoreFailure(error);
  }
}

/** Takes Cosmos's own fields off what the SDK has just read. */
export function withoutCosmos<R extends object>(resource: R & Resource): R {
  for (const field of ['_rid', '_self', '_etag', '_attachments', '_ts'])
    Reflect.deleteProperty(resource, field);
  return resource;
}
