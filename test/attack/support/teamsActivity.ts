/** What Teams would send to the bot of production, and what an attacker changes in it. */
import type { Production } from './production.ts';
import { appId } from '../../chat/support/botFramework.ts';
import { tenant } from './entra.ts';

type Parts = Readonly<Record<string, unknown>>;

/** A message in a chat of one's own, as the person with this object id; `parts` overrule. */
export function activityFrom(person: string | undefined, serviceUrl: string, parts: Parts = {}): Parts {
  return {
    type: 'message',
    id: 'in-1',
    text: 'help',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1someone', name: 'Someone', ...(person ? { aadObjectId: person } : {}) },
    recipient: { id: `28:${appId}`, name: 'Common Ground' },
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...parts,
  };
}

export async function sendActivity(
  { url }: Pick<Production, 'url'>,
  authorization: string | undefined,
  body: unknown,
): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify(body),
  });
}
