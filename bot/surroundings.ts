/** What differs between demo mode and production, and nothing else does (D13, D14). */
import { dirname, join } from 'node:path';
import type { AdapterOptions } from './chat/adapter.ts';
import { createClock, type SettableClock } from './clock.ts';
import type { Config, DemoConfig, ProductionConfig } from './config.ts';
import { demoKeys } from './demo/keys.ts';
import { loadDemoArea } from './demo/load.ts';
import { pauseFor } from './desk/commit.ts';
import type { Anchors } from './desk/audit/anchors.ts';
import type { Desk } from './desk/desk.ts';
import type { AskGraph } from './desk/graphPort.ts';
import type { Log } from './desk/logPort.ts';
import { nameFirstAdministrator } from './firstAdministrator.ts';
import { askGraph } from './graph/askGraph.ts';
import { noGraph, onBehalfOf } from './graph/onBehalfOf.ts';
import { anchorBlobs } from './store/anchorBlobs.ts';
import { anchorFolder } from './store/anchorFolder.ts';
import type { StoreOptions } from './store/client.ts';
import { demoSignIn, type DemoSignIn } from './web/demoSignIn.ts';
import { entraSignIn } from './web/entraSignIn.ts';
import type { SignIn } from './web/signIn.ts';

export interface Surroundings {
  readonly store: StoreOptions;
  /** Where the daily seals are kept outside the store. */
  readonly anchors: Anchors;
  readonly bot: Omit<AdapterOptions, 'log'>;
  readonly signIn: SignIn;
  /** Whose people may use tab and chat; none in demo mode, where nobody comes from a tenant. */
  readonly tenants: readonly string[];
  /** Without a secret of the tab's registration it answers `unavailable`, as in demo mode. */
  readonly graph: AskGraph;
  readonly personHashKey: string;
  /** The address to listen on: loopback only in demo mode. */
  readonly host: string;
  /** Where the app is reached. */
  readonly publicUrl: string;
  readonly chatHint: string;
  /** Makes demo tokens; production has nothing that could. */
  readonly tokenFor?: DemoSignIn['tokenFor'];
  /** Once the store is open, before anyone is served. */
  prepare(desk: Desk, clock: SettableClock): Promise<void>;
}

export async function surroundingsOf(config: Config, log: Log): Promise<Surroundings> {
  return config.mode === 'demo' ? demo(config) : production(config, log);
}

/** The store and its anchors alone: all that `npm run verify` opens. */
export async function booksOf(config: Config): Promise<Pick<Surroundings, 'store' | 'anchors'>> {
  return config.mode === 'demo' ? demoBooks(config) : productionBooks(config);
}

const demoBooks = ({ DATA_FILE: file }: DemoConfig) => ({
  store: { embedded: { file } },
  anchors: anchorFolder(`${file}.anchors`),
});

async function productionBooks(config: ProductionConfig) {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: database, COSMOS_KEY: key } = config;
  return {
    store: { endpoint, database, ...(key ? { key } : { credential: await managedIdentity() }) },
    anchors: anchorBlobs({ url: config.ANCHORS_CONTAINER_URL, credential: managedIdentity }),
  };
}

function demo(config: DemoConfig): Surroundings {
  const keys = demoKeys(join(dirname(config.DATA_FILE), 'demo-keys.json'));
  const { signIn, tokenFor } = demoSignIn({ key: Buffer.from(keys.token, 'hex'), machine: createClock() });
  return {
    ...demoBooks(config),
    bot: {},
    signIn,
    tenants: [],
    graph: askGraph(noGraph, pauseFor),
    tokenFor,
    personHashKey: keys.personHash,
    host: '127.0.0.1',
    publicUrl: `http://127.0.0.1:${config.PORT}`,
    chatHint: 'In a second window: npm run chat',
    async prepare(desk, clock) {
      await loadDemoArea(desk, clock);
      clock.setOffset((await desk.demo?.clockOffset()) ?? 0);
    },
  };
}

async function production(config: ProductionConfig, log: Log): Promise<Surroundings> {
  const tenants = config.ENTRA_ALLOWED_TENANTS?.split(',').map((tenant) => tenant.trim()) ?? [
    config.ENTRA_TENANT_ID,
  ];
  const signIn = entraSignIn({
    tenantId: config.ENTRA_TENANT_ID,
    clientId: config.ENTRA_CLIENT_ID,
    resource: `api://${new URL(config.PUBLIC_URL).host}/${config.ENTRA_CLIENT_ID}`,
    machine: createClock(),
    allowedTenants: tenants,
  });
  return {
    ...(await productionBooks(config)),
    bot: {
      appId: config.MICROSOFT_APP_ID,
      appType: config.MICROSOFT_APP_TYPE,
      tenantId: config.MICROSOFT_APP_TENANT_ID,
      ...(config.MICROSOFT_APP_PASSWORD ? { password: config.MICROSOFT_APP_PASSWORD } : {}),
    },
    signIn,
    tenants,
    graph: graphOf(config, signIn, log),
    personHashKey: config.PERSON_HASH_KEY,
    host: '0.0.0.0',
    publicUrl: config.PUBLIC_URL,
    chatHint: '',
    prepare: (desk) => nameFirstAdministrator(desk, config, log),
  };
}

function graphOf(config: ProductionConfig, signIn: SignIn, log: Log): AskGraph {
  const { ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret } = config;
  const token = clientSecret
    ? onBehalfOf({ signIn, clientId, clientSecret, log: log.child({ part: 'graph' }) })
    : noGraph;
  return askGraph(token, pauseFor);
}

/** Loaded only where it is used: it costs start-up time and demo mode has no use for it. */
async function managedIdentity() {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential();
}
