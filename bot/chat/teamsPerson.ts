/** Who writes in production: the Entra object id that Teams puts on an activity whose token was checked (D13). */
import type { TurnContext } from 'botbuilder';
import type { Person } from '../desk/caller.ts';

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Nobody, unless every tenant the activity names is an allowed one, and it names one: an object id says who somebody is
 * within a tenant only. A guest writes from the tenant they are a guest in.
 */
export function teamsPerson(tenants: readonly string[]) {
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return async ({ activity }: Pick<TurnContext, 'activity'>): Promise<Person | undefined> => {
    const given: unknown[] = [activity.conversation.tenantId, tenantOf(activity.channelData)];
    const named = given.filter((tenant) => tenant !== undefined && tenant !== null);
    const isAllowed = (tenant: unknown) => typeof tenant === 'string' && allowed.has(tenant.toLowerCase());
    if (named.length === 0 || !named.every(isAllowed)) return undefined;
    const id: unknown = activity.from.aadObjectId;
    if (typeof id !== 'string' || !objectId.test(id)) return undefined;
    return { person: id.toLowerCase(), from: 'chat' };
  };
}

function tenantOf(channelData: unknown): unknown {
  const tenant = fieldOf(channelData, 'tenant');
  return fieldOf(tenant, 'id');
}

function fieldOf(value: unknown, name: string): unknown {
  return value && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
