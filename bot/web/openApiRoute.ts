/**
 * The API's description, made when somebody first asks for it and then kept. Few ever ask, and making it takes as much
 * memory and time as a good part of the rest of the start.
 */
import type { ApiFacts } from './openApi.ts';
import { json, type Reply } from './reply.ts';
import type { Route } from './route.ts';

export function openApiRoute(facts: ApiFacts): Route {
  let described: Promise<Reply> | undefined;
  return () => (described ??= describe(facts));
}

async function describe(facts: ApiFacts): Promise<Reply> {
  const { describeApi } = await import('./openApi.ts');
  return json(describeApi(facts));
}
