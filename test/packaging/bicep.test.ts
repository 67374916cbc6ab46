import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containers } from '../../bot/store/containers.ts';
import { type BicepFile, literalAt, readBicep, valueAt } from './bicepFile.ts';
import { lintBicep, lintParameters, uncheckedTypes } from './bicepLint.ts';
import { appSettingNames, bodyOf, deployedContainers } from './deployment.ts';

const folder = join(import.meta.dirname, '..', '..', 'infra');
const text = readFileSync(join(folder, 'azure.bicep'), 'utf8');
const { parameters } = JSON.parse(readFileSync(join(folder, 'azure.parameters.json'), 'utf8'));

describe('packaging: the Azure deployment', () => {
  let deployment: BicepFile;

  before(async () => {
    deployment = await readBicep(text, folder);
  });

  it('is sound Bicep whose properties exist in the Azure SDK', () => {
    assert.deepEqual(lintBicep(deployment), []);
  });

  it('declares every parameter its parameters file gives, and the other way round', () => {
    assert.deepEqual(lintParameters(deployment, parameters), []);
  });

  it('checks every resource down to its properties, but for the types named unchecked', async () => {
    for (const { symbol, type } of deployment.resources) {
      // Arrange
      const file = await readBicep(text, folder);
      const properties = valueAt(bodyOf(file, symbol), 'properties');
      if (properties?.kind === 'object')
        properties.entries.set('bogus', { kind: 'literal', at: '1:1', value: true });

      // Act
      const problems = lintBicep(file);

      // Assert
      const expected = `1:1 ${symbol}.properties.bogus: not a property of this resource`;
      assert.deepEqual(problems, uncheckedTypes.includes(type) ? [] : [expected]);
    }
  });

  it('sets the environment the app reads, in capitals', () => {
    const names = appSettingNames(deployment);

    assert.deepEqual(names, [
      'PORT',
      'PUBLIC_URL',
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_TYPE',
      'MICROSOFT_APP_TENANT_ID',
      'ENTRA_TENANT_ID',
      'ENTRA_CLIENT_ID',
      'ENTRA_CLIENT_SECRET',
      'FIRST_ADMINISTRATOR',
      'COSMOS_ENDPOINT',
      'COSMOS_DATABASE',
      'ANCHORS_CONTAINER_URL',
      'PERSON_HASH_KEY',
      'AZURE_CLIENT_ID',
      'SCM_DO_BUILD_DURING_DEPLOYMENT',
      'CUSTOM_BUILD_COMMAND',
    ]);
    for (const name of names) assert.match(name, /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
  });

  it('D6 D15: makes the two containers with the partition keys and indexes the store counts on', () => {
    const expected = Object.values(containers).map((container) => ({ ...container, excludedPaths: ['/*'] }));

    assert.deepEqual(
      deployedContainers(deployment).map(({ id, partitionKey }) => [id, partitionKey]),
      [
        ['records', '/scope'],
        ['access', '/key'],
      ],
    );
    assert.deepEqual(deployedContainers(deployment), expected);
  });

  it('keeps patient data in UK South unless told otherwise', () => {
    assert.match(text, /^param location string = 'uksouth'$/m);
    assert.equal(parameters.location.value, 'uksouth');
  });

  it('holds no password and opens no door without Entra', () => {
    // Arrange
    const site = bodyOf(deployment, 'webApp');
    const config = valueAt(site, 'properties', 'siteConfig');
    const settings = valueAt(config, 'appSettings');
    const secrets = (settings?.kind === 'array' ? settings.items : []).filter((setting) =>
      ['ENTRA_CLIENT_SECRET', 'PERSON_HASH_KEY'].includes(String(literalAt(setting, 'name'))),
    );

    // Assert
    assert.equal(literalAt(site, 'properties', 'httpsOnly'), true);
    assert.equal(literalAt(config, 'ftpsState'), 'Disabled');
    assert.equal(literalAt(config, 'minTlsVersion'), '1.2');
    assert.equal(literalAt(config, 'alwaysOn'), true);
    assert.equal(literalAt(bodyOf(deployment, 'noFtpPassword'), 'properties', 'allow'), false);
    assert.equal(literalAt(bodyOf(deployment, 'noDeploymentPassword'), 'properties', 'allow'), false);
    assert.equal(literalAt(bodyOf(deployment, 'cosmos'), 'properties', 'disableLocalAuth'), true);
    assert.equal(literalAt(bodyOf(deployment, 'bot'), 'properties', 'disableLocalAuth'), true);
    assert.equal(literalAt(bodyOf(deployment, 'bot'), 'properties', 'msaAppType'), 'UserAssignedMSI');
    assert.equal(secrets.length, 2);
    for (const setting of secrets) {
      const value = valueAt(setting, 'value');
      assert.ok(value?.kind === 'expression');
      assert.match(value.text, /^(empty\(\w+\) \? '' : )?'@Microsoft\.KeyVault\(SecretUri=/);
    }
    assert.deepEqual(
      [...deployment.parameters].filter(([, { secure }]) => secure).map(([name]) => name),
      ['entraClientSecret', 'personHashKey'],
    );
  });

  it('can go back to any moment of the last 30 days', () => {
    const backup = valueAt(bodyOf(deployment, 'cosmos'), 'properties', 'backupPolicy');

    assert.equal(literalAt(backup, 'type'), 'Continuous');
    assert.equal(literalAt(backup, 'continuousModeProperties', 'tier'), 'Continuous30Days');
  });

  it('D16 keeps anchors where nobody can change or delete them for as long as records are kept', () => {
    const policy = valueAt(bodyOf(deployment, 'anchorPolicy'), 'properties');
    const account = valueAt(bodyOf(deployment, 'anchorAccount'), 'properties');
    const days = valueAt(policy, 'immutabilityPeriodSinceCreationInDays');

    assert.ok(days?.kind === 'expression' && days.text === 'anchorDays');
    assert.equal(parameters.anchorDays.value, 3650);
    assert.equal(literalAt(policy, 'allowProtectedAppendWrites'), false);
    assert.equal(literalAt(account, 'allowSharedKeyAccess'), false);
    assert.equal(literalAt(account, 'allowBlobPublicAccess'), false);
    assert.equal(literalAt(account, 'minimumTlsVersion'), 'TLS1_2');
  });

  it('gives the identity the records and nothing more of Cosmos DB', () => {
    const role = valueAt(bodyOf(deployment, 'identityUsesRecords'), 'properties', 'roleDefinitionId');

    assert.ok(role?.kind === 'expression' && role.text.includes('${cosmosDataContributorRole}'));
    assert.match(text, /^var cosmosDataContributorRole = '00000000-0000-0000-0000-000000000002'$/m);
  });
});
