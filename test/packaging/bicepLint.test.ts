import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BicepFile, readBicep } from './bicepFile.ts';
import { lintBicep, lintParameters } from './bicepLint.ts';

const folder = join(import.meta.dirname, '..', '..', 'infra');
const text = readFileSync(join(folder, 'azure.bicep'), 'utf8');
const { parameters } = JSON.parse(readFileSync(join(folder, 'azure.parameters.json'), 'utf8'));

/** The deployment with one piece of its text replaced; throws unless the piece occurs. */
async function deploymentWith(piece: string, replacement: string): Promise<BicepFile> {
  if (!text.includes(piece)) throw new Error(`The deployment does not say ${piece}.`);
  return readBicep(
    text.replace(piece, () => replacement),
    folder,
  );
}

describe('packaging: the Bicep check', () => {
  const broken: [what: string, piece: string, replacement: string, problem: RegExp][] = [
    ['a missing bracket', 'reserved: true', 'reserved: {', /syntax/],
    ['a word Bicep does not have', 'param webAppSku string', 'parameter webAppSku string', /syntax/],
    [
      'a symbol nobody declared',
      'serverFarmId: plan.id',
      'serverFarmId: plann.id',
      /symbol plann: not declared/,
    ],
    [
      'a symbol in a string nobody declared',
      '${publicUrl}/api',
      '${publicUri}/api',
      /symbol publicUri: not declared/,
    ],
    ['a function that does not exist', 'guid(vault.id', 'guide(vault.id', /symbol guide: not declared/],
    ['a parameter nobody uses', 'name: webAppSku', "name: 'B1'", /symbol webAppSku: never used/],
    ['a variable nobody uses', 'var publicUrl', 'var spare = 1\nvar publicUrl', /symbol spare: never used/],
    [
      'a symbol declared twice',
      "var databaseName = 'common-ground'",
      "var databaseName = 'a'\nvar databaseName = 'b'",
      /declared twice/,
    ],
    [
      'a preview API version',
      'serverfarms@2023-12-01',
      'serverfarms@2023-12-01-preview',
      /no released API version/,
    ],
    ['a resource without an API version', 'serverfarms@2023-12-01', 'serverfarms', /no released API version/],
    [
      'a resource type nobody knows',
      'Microsoft.Web/sites@2023',
      'Microsoft.Web/site@2023',
      /no model for microsoft.web\/site/,
    ],
    [
      'a misspelt property',
      'httpsOnly: true',
      'httpOnly: true',
      /webApp\.properties\.httpOnly: not a property/,
    ],
    ['a property in the wrong place', "kind: 'linux'", 'reserved: true', /plan\.reserved: not a property/],
    [
      'a misspelt site setting',
      'minTlsVersion',
      'minTLSVersion',
      /siteConfig\.minTLSVersion: not a property/,
    ],
    [
      'a TLS version that does not exist',
      "minTlsVersion: '1.2'",
      "minTlsVersion: '1.4'",
      /1\.4 is not one of/,
    ],
    ['a word for true', 'alwaysOn: true', "alwaysOn: 'true'", /alwaysOn: expected a boolean/],
    ['an FTP state that does not exist', "ftpsState: 'Disabled'", "ftpsState: 'Off'", /Off is not one of/],
    [
      'a setting without a value',
      "{ name: 'PORT', value: '8080' }",
      "{ name: 'PORT', valeu: '8080' }",
      /valeu: not a property/,
    ],
    ['a setting given as a number', "value: '8080'", 'value: 8080', /value: expected a string/],
    [
      'an identity type that does not exist',
      "type: 'UserAssigned'",
      "type: 'User'",
      /identity\.type: User is not one of/,
    ],
    [
      'a bot without an endpoint',
      "endpoint: '${publicUrl}/api/messages'",
      "description: '${publicUrl}'",
      /bot\.properties\.endpoint: missing/,
    ],
    [
      'a bot type that does not exist',
      "msaAppType: 'UserAssignedMSI'",
      "msaAppType: 'ManagedIdentity'",
      /msaAppType/,
    ],
    [
      'a misspelt bot property',
      'msaAppMSIResourceId',
      'msaAppMsiResourceId',
      /msaAppMsiResourceId: not a property/,
    ],
    [
      'a channel that does not exist',
      "channelName: 'MsTeamsChannel'",
      "channelName: 'Teams'",
      /Teams is not one of/,
    ],
    [
      'a Teams channel switched neither on nor off',
      'isEnabled: true',
      'enableCalling: false',
      /isEnabled: missing/,
    ],
    ['an account without regions', 'locations: [', 'ipRules: [', /cosmos\.properties\.locations: missing/],
    [
      'an account of another offer',
      "databaseAccountOfferType: 'Standard'",
      "databaseAccountOfferType: 'Free'",
      /Free is not one of/,
    ],
    ['a consistency that does not exist', "'Session'", "'Sessions'", /Sessions is not one of/],
    [
      'a setting of another backup mode',
      'continuousModeProperties',
      'periodicModeProperties',
      /periodicModeProperties: not a property/,
    ],
    [
      'a backup tier that does not exist',
      'Continuous30Days',
      'Continuous90Days',
      /Continuous90Days is not one of/,
    ],
    ['a partition key that is no list', "paths: ['/scope']", "paths: '/scope'", /paths: expected an array/],
    ['a partition kind that does not exist', "kind: 'Hash'", "kind: 'Hashed'", /Hashed is not one of/],
    ['a partition key set by the service', "kind: 'Hash'", 'systemKey: true', /systemKey: read-only/],
    [
      'a container without an id',
      "id: 'records'",
      'defaultTtl: 1',
      /recordsContainer\.properties\.resource\.id: missing/,
    ],
    [
      'an indexing policy that is none',
      "loadJsonContent('records.indexing.json')",
      "loadJsonContent('azure.parameters.json')",
      /indexingPolicy\.parameters: not a property/,
    ],
    [
      'a role assignment to nobody',
      "roleDefinitionId: '${cosmos.id}",
      "roleId: '${cosmos.id}",
      /roleId: not a property/,
    ],
    ['a loop, which it cannot follow', "paths: ['/key']", "paths: [for k in ['/key']: k]", /cannot follow/],
  ];

  for (const [what, piece, replacement, problem] of broken) {
    it(`notices ${what}`, async () => {
      assert.match(lintBicep(await deploymentWith(piece, replacement)).join('\n'), problem);
    });
  }

  it('notices parameters that are undeclared, missing or of another type', async () => {
    const deployment = await readBicep(text, folder);
    const { webAppSku, ...others } = parameters;

    assert.deepEqual(lintParameters(deployment, { ...parameters, webAppSKU: webAppSku }), [
      'parameter webAppSKU: not declared',
    ]);
    assert.deepEqual(lintParameters(deployment, others), ['parameter webAppSku: no value']);
    assert.deepEqual(lintParameters(deployment, { ...parameters, webAppSku: { value: 1 } }), [
      'parameter webAppSku: expected a string',
    ]);
  });
});
