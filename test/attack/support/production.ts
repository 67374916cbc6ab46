/**
 * The real app in its production configuration: Cosmos DB, Entra ID and the Bot Framework are stand-ins, everything
 * else is what runs in Azure.
 */
import { startApp, type App } from '../../../bot/app.ts';
import { readConfig } from '../../../bot/config.ts';
import { theSystem } from '../../../bot/desk/caller.ts';
import type { CommandName } from '../../../bot/contract/commands.ts';
import type { Role } from '../../../bot/contract/roles.ts';
import { demoArea, demoOrganisations } from '../../../bot/demo/area.ts';
import { openStore } from '../../../bot/store/client.ts';
import { appId, openBotFramework, type BotFramework } from '../../chat/support/botFramework.ts';
import { httpGateway } from '../../store/support/httpGateway.ts';
import { newId } from '../../support/house.ts';
import { clientId, openEntra, tenant, type Entra } from './entra.ts';

/** People of production by their Entra object ids. */
export const staff = {
  receptionist: '66666666-6666-4666-8666-000000000101',
  otherReceptionist: '66666666-6666-4666-8666-000000000201',
  lay: '66666666-6666-4666-8666-000000000304',
  nobody: '66666666-6666-4666-8666-000000000999',
} as const;

export const settings = {
  PUBLIC_URL: 'https://ground.example',
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_TENANT_ID: tenant,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_PASSWORD: 'not used: outbound tokens come from a stand-in',
  ENTRA_TENANT_ID: tenant,
  ENTRA_CLIENT_ID: clientId,
  COSMOS_ENDPOINT: 'https://records.documents.azure.com',
  ANCHORS_CONTAINER_URL: 'https://anchors.blob.core.windows.net/anchors',
  PERSON_HASH_KEY: 'k'.repeat(32),
};

export interface Production {
  readonly app: App;
  readonly url: string;
  readonly entra: Entra;
  readonly botFramework: BotFramework;
  readonly close: () => Promise<void>;
}

export async function openProduction(): Promise<Production> {
  const gateway = httpGateway();
  await gateway.start();
  const endpoint = gateway.endpoint();
  const key = 'a2V5';
  // What the infrastructure does in Azure.
  const made = await openStore({ endpoint, key, create: true });
  made.close();
  const [entra, botFramework] = await Promise.all([openEntra(), openBotFramework()]);
  const config = readConfig({
    ...settings,
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'silent',
    COSMOS_ENDPOINT: endpoint,
    COSMOS_KEY: key,
  });
  const app = await startApp(config, {
    botFramework: {
      settings: botFramework.settings,
      credentials: {
        isValidAppId: async (id) => id === appId,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => ({ signRequest: async (request) => request }),
      },
    },
  });
  await fillDirectory(app);
  return {
    app,
    url: app.url,
    entra,
    botFramework,
    async close() {
      await app.stop();
      entra.close();
      await botFramework.close();
      gateway.stop();
    },
  };
}

async function fillDirectory({ desk }: App): Promise<void> {
  const put = async (name: CommandName, input: object) => {
    const result = await desk.perform(theSystem, { id: newId(), name, input });
    if (!result.done) throw new Error(result.refusal.message);
  };
  const person = async (id: string, name: string, role: Role, organisation: string) =>
    put('directory.putPerson', {
      person: id,
      name,
      grants: [{ role, organisation, area: demoArea.area, from: '2020-01-01' }],
    });
  await put('directory.putArea', demoArea);
  for (const organisation of demoOrganisations) await put('directory.putOrganisation', organisation);
  await person(staff.receptionist, 'Rosa Bell', 'PRS', 'Z99001');
  await person(staff.otherReceptionist, 'Ben Whitlow', 'PRS', 'Z99002');
  await person(staff.lay, 'Arthur Penrose', 'PLR', 'public');
}
