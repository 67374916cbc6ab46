/** The API's description, made when somebody first asks for it and then kept: few ever ask, and it takes some 7 MB. */
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
