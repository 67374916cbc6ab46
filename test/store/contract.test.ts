import { describeStoreContract } from './contract.suite.ts';
import { httpGateway } from './support/httpGateway.ts';
import { temporaryFile } from './support/temporaryFile.ts';

const file = temporaryFile();
const http = httpGateway();
before(http.start);
after(() => {
  http.stop();
  file.remove();
});

describeStoreContract('embedded, in process', () => ({ embedded: { file: file.path } }));
describeStoreContract('an account with a key, over HTTP', () => ({
  endpoint: http.endpoint(),
  key: Buffer.from('nobody checks this').toString('base64'),
  create: true,
}));

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key = '', COSMOS_DATABASE: database } = process.env;
if (endpoint)
  describeStoreContract(`Cosmos DB at ${endpoint}`, () => ({
    endpoint,
    key,
    create: true,
    ...(database ? { database } : {}),
  }));
