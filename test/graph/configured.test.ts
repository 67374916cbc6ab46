import assert from 'node:assert/strict';
import { pino } from 'pino';
import { createClock } from '../../bot/clock.ts';
import { readConfig } from '../../bot/config.ts';
import type { GraphRequest } from '../../bot/desk/graphPort.ts';
import { surroundingsOf } from '../../bot/surroundings.ts';
import { clientId, startEntraStub, tenant, type EntraStub } from './entraStub.ts';

const production = {
  PUBLIC_URL: 'https://common-ground.example.nhs.uk',
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  MICROSOFT_APP_TENANT_ID: tenant,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  ENTRA_TENANT_ID: tenant,
  ENTRA_CLIENT_ID: clientId,
  COSMOS_ENDPOINT: 'https://records.documents.azure.com',
  COSMOS_KEY: 'a2V5',
  ANCHORS_CONTAINER_URL: 'https://anchors.example/anchors',
  PERSON_HASH_KEY: 'k'.repeat(32),
};
const create: GraphRequest = {
  method: 'POST',
  path: '/me/onlineMeetings',
  body: {},
  permissions: ['OnlineMeetings.ReadWrite'],
};

describe('graph: as configured', () => {
  let entra: EntraStub;
  before(async () => {
    entra = await startEntraStub();
  });
  after(() => entra.close());
  beforeEach(() => entra.reset());

  const graphWith = async (more: Record<string, string>) => {
    const config = readConfig({ ...production, ...more });
    return (await surroundingsOf(config, pino({ level: 'silent' }))).graph;
  };
  const now = () => createClock().now();

  it('D18 with a secret, Graph is asked in the name of who is signed in to the tab', async () => {
    const graph = await graphWith({ ENTRA_CLIENT_SECRET: 'a-secret' });

    const answer = await graph(await entra.mint(now()), create);

    assert.deepEqual(answer, { done: true, body: { asWhom: 'Bearer a-token-for-graph' } });
    assert.equal(entra.exchanges[0]?.form['client_secret'], 'a-secret');
  });

  it('D18 with a secret, a token the tab’s own sign-in refuses goes nowhere', async () => {
    const graph = await graphWith({ ENTRA_CLIENT_SECRET: 'a-secret' });

    const answer = await graph(await entra.mint(now(), { aud: 'api://elsewhere' }), create);

    assert.deepEqual(answer, { done: false, why: 'unavailable' });
    assert.deepEqual(entra.exchanges, []);
  });

  it('D18 without a secret, Graph is unavailable and nobody is asked', async () => {
    const graph = await graphWith({});

    const answer = await graph(await entra.mint(now()), create);

    assert.deepEqual(answer, { done: false, why: 'unavailable' });
    assert.deepEqual(entra.exchanges, []);
  });
});
