/** The one place where a CosmosClient is made. */
import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos';
import { openGateway } from './embedded/gateway.ts';
import { inProcessHttpClient, type HttpClient, type HttpRequest } from './embedded/httpClient.ts';
import type { SqliteOptions } from './embedded/sqliteFile.ts';

/** A SQLite file in this process, for one machine. */
export interface EmbeddedStore {
  readonly embedded: SqliteOptions & {
    /** Called for every request of the SDK, before it is answered: tests and the benchmark count with it. */
    readonly onRequest?: (request: HttpRequest) => void;
    /** Stands between the SDK and the store: a test loses answers with it. */
    readonly throughHttp?: (inner: HttpClient) => HttpClient;
  };
}

/** A Cosmos DB account: with Entra ID (`credential`), or with a key where there is no Entra ID. */
export type CosmosAccount = {
  /** `https://<account>.documents.azure.com:443/` */
  readonly endpoint: string;
  /**
   * Default false. Creates the database and its containers, and talks to the endpoint given, whatever address the
   * account names for itself: for an emulator. In Azure the infrastructure creates them, and the role that the bot
   * holds cannot.
   */
  readonly create?: boolean;
} & ({ readonly key: string } | { readonly credential: NonNullable<CosmosClientOptions['aadCredentials']> });

export type Place = EmbeddedStore | CosmosAccount;

export interface Connection {
  readonly client: CosmosClient;
  /** Leaves no timer and no open file behind. */
  readonly close: () => void;
}

/** Reads see what this process wrote before. Without this the SDK sends no session token at all. */
const consistencyLevel = 'Session';
/** Teams gives up an invoke after five seconds, so waiting long for a busy store helps nobody: the desk tries again. */
const retryOptions = {
  maxRetryAttemptCount: 5,
  fixedRetryIntervalInMilliseconds: 0,
  maxWaitTimeInSeconds: 2,
};
/** One region writes: with several, two of them could both accept a write with the same ETag. */
const connectionPolicy = { requestTimeout: 10_000, retryOptions, useMultipleWriteLocations: false };

export function connect(place: Place): Connection {
  if ('embedded' in place) return connectEmbedded(place);
  const client = new CosmosClient({
    endpoint: place.endpoint,
    ...('key' in place ? { key: place.key } : { aadCredentials: place.credential }),
    consistencyLevel,
    connectionPolicy: { ...connectionPolicy, enableEndpointDiscovery: place.create !== true },
  });
  return { client, close: () => client.dispose() };
}

function connectEmbedded({ embedded }: EmbeddedStore): Connection {
  const gateway = openGateway(embedded);
  const inProcess = inProcessHttpClient(gateway);
  const { onRequest, throughHttp = (inner: HttpClient) => inner } = embedded;
  const httpClient = throughHttp({
    sendRequest: (request) => {
      onRequest?.(request);
      return inProcess.sendRequest(request);
    },
  });
  const client = new CosmosClient({
    // Never looked up: every request goes to the gateway. There are no regions to discover behind it.
    endpoint: 'https://embedded.invalid',
    httpClient,
    consistencyLevel,
    connectionPolicy: { ...connectionPolicy, enableEndpointDiscovery: false },
  });
  return {
    client,
    close: () => {
      client.dispose();
      gateway.close();
    },
  };
}
