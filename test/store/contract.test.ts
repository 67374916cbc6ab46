import { after } from 'mocha';
import type { StoreOptions } from '../../bot/store/client.ts';
import { describeStoreContract } from './contract.suite.ts';
import { temporaryFile } from './support/temporaryFile.ts';

const file = temporaryFile();
after(file.remove);
describeStoreContract('the embedded store', { embedded: { file: file.path } });

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database } = process.env;
if (endpoint) {
  const account: StoreOptions = {
    endpoint,
    key: key ?? '',
    create: true,
    ...(database ? { database } : {}),
  };
  describeStoreContract(`Cosmos DB at ${endpoint}`, account);
}
