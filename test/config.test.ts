import assert from 'node:assert/strict';
import { readConfig } from '../bot/config.ts';

const whole = {
  PUBLIC_URL: 'https://common-ground.example.nhs.uk',
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  MICROSOFT_APP_TENANT_ID: '44444444-4444-4444-8444-444444444444',
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  ENTRA_TENANT_ID: '44444444-4444-4444-8444-444444444444',
  ENTRA_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  COSMOS_ENDPOINT: 'https://records.documents.azure.com',
  ANCHORS_CONTAINER_URL: 'https://anchors.blob.core.windows.net/anchors',
  PERSON_HASH_KEY: 'k'.repeat(32),
};

describe('config', () => {
  it('D14 an empty environment is demo mode', () => {
    const config = readConfig({});

    assert.equal(config.mode, 'demo');
    assert.equal(config.PORT, 3978);
  });

  it('D13 a whole production configuration is production', () => {
    const config = readConfig(whole);

    assert.equal(config.mode, 'production');
  });

  for (const missing of Object.keys(whole)) {
    it(`D13 production without ${missing} refuses to start and names it`, () => {
      const environment = { ...whole, [missing]: undefined };

      assert.throws(() => readConfig(environment), new RegExp(`Missing: .*${missing}`));
    });

    it(`D13 ${missing} alone refuses to start and names the others`, () => {
      const environment = { [missing]: whole[missing as keyof typeof whole] };
      const others = Object.keys(whole).filter((key) => key !== missing);

      assert.throws(
        () => readConfig(environment),
        (error: Error) => others.every((key) => error.message.includes(key)),
      );
    });
  }

  it('D14 NODE_ENV=production alone never falls back to demo mode', () => {
    assert.throws(() => readConfig({ NODE_ENV: 'production' }), /Missing: .*MICROSOFT_APP_ID/);
  });

  it('D13 a setting of spaces counts as missing', () => {
    assert.throws(() => readConfig({ ...whole, MICROSOFT_APP_ID: '  ' }), /Missing: MICROSOFT_APP_ID/);
  });

  it('D13 a single-tenant bot needs its password', () => {
    assert.throws(
      () => readConfig({ ...whole, MICROSOFT_APP_TYPE: 'SingleTenant' }),
      /MICROSOFT_APP_PASSWORD/,
    );
  });

  it('D18 Graph is optional: production has a secret for it, or none', () => {
    const without = readConfig(whole);
    const having = readConfig({ ...whole, ENTRA_CLIENT_SECRET: 'a-secret' });

    assert.equal('ENTRA_CLIENT_SECRET' in without, false);
    assert.equal('ENTRA_CLIENT_SECRET' in having && having.ENTRA_CLIENT_SECRET, 'a-secret');
  });

  it('D13 a secret for Graph alone refuses to start, and is not shown', () => {
    assert.throws(
      () => readConfig({ ENTRA_CLIENT_SECRET: 'a-secret' }),
      (error: Error) => error.message.includes('ENTRA_CLIENT_ID') && !error.message.includes('a-secret'),
    );
  });

  it('D13 the first administrator is optional: an Entra object id, and a name', () => {
    const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const without = readConfig(whole);
    const having = readConfig({
      ...whole,
      FIRST_ADMINISTRATOR: id,
      FIRST_ADMINISTRATOR_NAME: 'Robin Vale',
    });

    assert(without.mode === 'production' && having.mode === 'production');
    assert.equal(without.FIRST_ADMINISTRATOR, undefined);
    assert.equal(having.FIRST_ADMINISTRATOR, id);
    assert.equal(having.FIRST_ADMINISTRATOR_NAME, 'Robin Vale');
    assert.equal(readConfig({ ...whole, FIRST_ADMINISTRATOR: '' }).mode, 'production');
  });

  it('D13 a first administrator who is no object id refuses to start; one alone is half a configuration', () => {
    assert.throws(
      () => readConfig({ ...whole, FIRST_ADMINISTRATOR: 'robin@nhs.net' }),
      (error: Error) =>
        error.message.includes('FIRST_ADMINISTRATOR') && !error.message.includes('robin@nhs.net'),
    );
    assert.throws(
      () => readConfig({ FIRST_ADMINISTRATOR: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }),
      /Missing: .*COSMOS_ENDPOINT/,
    );
  });

  it('a refused configuration never shows a value', () => {
    const environment = { ...whole, MICROSOFT_APP_ID: 'a-secret-put-in-the-wrong-place' };

    assert.throws(
      () => readConfig(environment),
      (error: Error) => error.message.includes('MICROSOFT_APP_ID') && !error.message.includes('a-secret'),
    );
  });

  it('http is refused for COSMOS_ENDPOINT, but for an emulator on this machine', () => {
    const at = (address: string) => () => readConfig({ ...whole, COSMOS_ENDPOINT: address });

    assert.throws(at('http://records.documents.azure.com'), /COSMOS_ENDPOINT must begin with https/);
    assert.doesNotThrow(at('http://localhost:8081'));
  });

  for (const address of [
    'http://anchors.example/anchors',
    'https://anchors.example',
    'https://anchors.example/a/b',
  ])
    it(`D16 ANCHORS_CONTAINER_URL is no ${address}`, () => {
      assert.throws(
        () => readConfig({ ...whole, ANCHORS_CONTAINER_URL: address }),
        /ANCHORS_CONTAINER_URL must/,
      );
    });

  it('http is refused for PUBLIC_URL', () => {
    assert.throws(() => readConfig({ ...whole, PUBLIC_URL: 'http://common-ground.example' }), /https/);
  });

  for (const loud of ['AZURE_LOG_LEVEL', 'DEBUG', 'NODE_DEBUG']) {
    it(`HS-13 production does not start with ${loud}, with which libraries print what is in requests`, () => {
      assert.throws(() => readConfig({ ...whole, [loud]: 'verbose' }), new RegExp(`Unset ${loud}: `));
    });
  }
});
