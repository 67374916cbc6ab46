import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBicep } from './bicepFile.ts';
import { changed } from './changed.ts';
import { checkToolkitFile, toolkitFileShape, unfilledPlaceholders } from './checkToolkitFile.ts';
import { appSettingNames } from './deployment.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const azure: unknown = parse(read('teamsapp.yml'));
const local: unknown = parse(read('teamsapp.local.yml'));

/** What a person supplies: names set in the committed environment file and secrets its comments ask for. */
function suppliedIn(environmentFile: string): string[] {
  return [...read(environmentFile).matchAll(/^(?:#\s+(?=SECRET_))?([A-Z_]+)(?:=| {2,})/gm)].map(
    ([, name = '']) => name,
  );
}

function isUpdate(step: { uses: string }): boolean {
  return step.uses === 'aadApp/update';
}

async function readDeployment() {
  return readBicep(read('infra/azure.bicep'), join(root, 'infra'));
}

describe('packaging: the toolkit files', () => {
  it('pass the schema of version 1.13', () => {
    assert.deepEqual(checkToolkitFile(azure), []);
    assert.deepEqual(checkToolkitFile(local), []);
  });

  it('fill every placeholder before a step or the file it reads needs it', async () => {
    const { outputs } = await readDeployment();
    const inAzure = toolkitFileShape.parse(azure);
    const onOwnMachine = toolkitFileShape.parse(local);

    assert.deepEqual(unfilledPlaceholders(inAzure, suppliedIn('infra/env/.env.dev'), outputs, read), []);
    assert.deepEqual(unfilledPlaceholders(onOwnMachine, suppliedIn('infra/env/.env.local'), [], read), []);
  });

  it('notice a step that comes before what it needs', async () => {
    // Arrange: aadApp/update ahead of arm/deploy, whose domain it uses
    const { outputs } = await readDeployment();
    const file = toolkitFileShape.parse(azure);
    const provision = [
      ...file.provision.filter(isUpdate),
      ...file.provision.filter((step) => !isUpdate(step)),
    ];

    // Act
    const unfilled = unfilledPlaceholders(
      { ...file, provision },
      suppliedIn('infra/env/.env.dev'),
      outputs,
      read,
    );

    // Assert
    assert.deepEqual(unfilled.toSorted(), [
      'provision[0] aadApp/update: AAD_APP_CLIENT_ID',
      'provision[0] aadApp/update: AAD_APP_OBJECT_ID',
      'provision[0] aadApp/update: APP_DOMAIN',
    ]);
  });

  it('notice a secret nobody is asked for', async () => {
    const { outputs } = await readDeployment();
    const supplied = suppliedIn('infra/env/.env.dev').filter((name) => !name.startsWith('SECRET_'));

    assert.deepEqual(unfilledPlaceholders(toolkitFileShape.parse(azure), supplied, outputs, read), [
      'provision[2] arm/deploy: SECRET_PERSON_HASH_KEY',
    ]);
  });

  it('give the app on your own machine the settings it has in Azure, and a password for the bot', async () => {
    const deployed = appSettingNames(await readDeployment());
    const step = toolkitFileShape
      .parse(local)
      .deploy.find(({ uses }) => uses === 'file/createOrUpdateEnvironmentFile');
    const names = Object.keys(Object(step?.with?.['envs']));

    assert.ok(names.includes('PERSON_HASH_KEY'));
    assert.deepEqual(
      names.filter((name) => !deployed.includes(name)),
      ['MICROSOFT_APP_PASSWORD'],
    );
  });

  it('ask Entra for the identifier the manifest signs in with, and let both Teams clients in', () => {
    const application = JSON.parse(read('infra/aad.manifest.json'));
    const manifest = JSON.parse(read('appPackage/manifest.json'));
    const [scope] = application.api.oauth2PermissionScopes;
    const clients = [
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams desktop and mobile
      '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams on the web
    ];

    assert.deepEqual(application.identifierUris, [manifest.webApplicationInfo.resource]);
    assert.equal(manifest.webApplicationInfo.id, application.appId);
    assert.equal(scope.value, 'access_as_user');
    assert.deepEqual(
      application.api.preAuthorizedApplications,
      clients.map((appId) => ({ appId, delegatedPermissionIds: [scope.id] })),
    );
  });

  it('point at files that are there', () => {
    const paths = [...JSON.stringify([azure, local]).matchAll(/"(\.\/[^"$]+\.\w+)"/g)].map(
      ([, path = '']) => path,
    );
    const inputs = paths.filter((path) => path !== './.env');

    assert.deepEqual([...new Set(inputs)].toSorted(), [
      './appPackage/manifest.json',
      './infra/.webappignore',
      './infra/aad.manifest.json',
      './infra/azure.bicep',
      './infra/azure.parameters.json',
    ]);
    for (const path of inputs) assert.notEqual(read(path), '');
  });

  const broken: [what: string, path: string, replacement: unknown, problem: RegExp][] = [
    ['another schema version', 'version', 'v1.12', /version/],
    ['an unknown section', 'foo', 1, /additionalProperty":"foo"/],
    ['an unknown action', 'provision.4.uses', 'teamsApp/bogus', /teamsApp\/bogus: no such action/],
    ['an action without its inputs', 'provision.0.with', undefined, /teamsApp\/create.*"with"/],
    ['a deployment without templates', 'provision.2.with.templates', undefined, /arm\/deploy.*templates/],
    [
      'a template without a deployment name',
      'provision.2.with.templates.0.deploymentName',
      undefined,
      /deploymentName/,
    ],
    ['an unknown input', 'provision.5.with.foo', 1, /zipAppPackage.*foo/],
    ['an audience that does not exist', 'provision.1.with.signInAudience', 'Everyone', /signInAudience/],
    ['a secret asked for and not kept', 'provision.1.with.generateClientSecret', true, /aadApp\/create/],
    [
      'a variable in small letters',
      'provision.0.writeToEnvironmentFile.teamsAppId',
      'teams-app',
      /teamsAppId/,
    ],
    ['a deployment to nowhere', 'deploy.2.with.resourceId', undefined, /zipDeploy.*resourceId/],
    ['an npm step without a command', 'deploy.0.with.args', undefined, /runNpmCommand.*args/],
    [
      'a publication of nothing',
      'publish.2.with.appPackagePath',
      undefined,
      /publishAppPackage.*appPackagePath/,
    ],
  ];

  for (const [what, path, replacement, problem] of broken) {
    it(`notice ${what}`, () => {
      assert.match(checkToolkitFile(changed(azure, path, replacement)).join('\n'), problem);
    });
  }
});
