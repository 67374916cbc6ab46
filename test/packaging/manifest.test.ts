import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sinon from 'sinon';
import { changed } from './changed.ts';
import { checkManifest } from './checkManifest.ts';
import { fillPlaceholders, placeholdersIn } from './placeholders.ts';

const folder = join(import.meta.dirname, '..', '..', 'appPackage');
const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
const filled = fillPlaceholders(text, {
  TEAMS_APP_ID: '5a1c9e0e-6c1e-4b52-9a64-1a4f8a6d0001',
  BOT_ID: '5a1c9e0e-6c1e-4b52-9a64-1a4f8a6d0002',
  AAD_APP_CLIENT_ID: '5a1c9e0e-6c1e-4b52-9a64-1a4f8a6d0003',
  APP_DOMAIN: 'ground.example.org',
  APP_NAME_SUFFIX: '-local',
});
const broken = (path: string, replacement: unknown): string =>
  JSON.stringify(changed(JSON.parse(filled), path, replacement));
const readIcon = (name: string): Buffer => readFileSync(join(folder, name));

/** The icons as files without an alpha channel: colour type 2 in the header's 26th byte. */
function readOpaqueIcon(name: string): Buffer {
  const icon = readIcon(name);
  icon.writeUInt8(2, 25);
  return icon;
}

describe('packaging: the Teams manifest', () => {
  let network: sinon.SinonStub;

  beforeEach(() => {
    network = sinon.stub(globalThis, 'fetch').rejects(new Error('The checks must run without a network.'));
  });

  afterEach(() => {
    network.restore();
  });

  it('passes the 1.30 schema and the checks of ours, without a network', async () => {
    // Act
    const problems = await checkManifest(filled, readIcon);

    // Assert
    assert.deepEqual(problems, []);
    assert.equal(network.callCount, 0);
  });

  it('leaves only known placeholders to the toolkit', () => {
    assert.deepEqual(placeholdersIn(text).toSorted(), [
      'AAD_APP_CLIENT_ID',
      'APP_DOMAIN',
      'APP_NAME_SUFFIX',
      'BOT_ID',
      'TEAMS_APP_ID',
    ]);
    assert.deepEqual(placeholdersIn(filled), []);
  });

  it('keeps the words a person can say to the bot, and no other', () => {
    const said = [...text.matchAll(/"title": "([^"]+)"/g)].map(([, title]) => title);

    assert.deepEqual(said, [
      'report',
      'my reports',
      'refer',
      'my referrals',
      'next panel',
      'inbox',
      'due',
      'status',
      'help',
      'set up panel',
    ]);
  });

  const cases: [what: string, path: string, replacement: unknown, problem: RegExp][] = [
    ['an unknown property', 'foo', 1, /additional properties/],
    ['another manifest version', 'manifestVersion', '1.29', /manifestVersion/],
    ['a version of two numbers', 'version', '1.0', /not semantic/],
    ['a version with a leading zero', 'version', '1.02.0', /not semantic/],
    ['an id left as a placeholder', 'id', '${{TEAMS_APP_ID}}', /\/id must match/],
    ['a short name over 30 characters', 'name.short', 'x'.repeat(31), /name\/short/],
    ['a short description over 80 characters', 'description.short', 'x'.repeat(81), /description\/short/],
    ['no accent colour', 'accentColor', undefined, /accentColor/],
    ['an accent colour by name', 'accentColor', 'teal', /accentColor/],
    ['an unknown channel feature tier', 'supportsChannelFeatures', 'tier9', /supportsChannelFeatures/],
    ['a bot id that is no GUID', 'bots.0.botId', 'bot', /botId/],
    ['a bot scope in the old spelling', 'bots.0.scopes.2', 'groupchat', /scopes\/2/],
    ['commands where the bot is not', 'bots.0.scopes', ['personal', 'groupChat'], /commands for team/],
    ['two command lists for one scope', 'bots.0.commandLists.1.scopes.0', 'personal', /two command lists/],
    ['a command listed twice', 'bots.0.commandLists.0.commands.1.title', 'report', /listed twice/],
    [
      'a command without a description',
      'bots.0.commandLists.0.commands.0.description',
      undefined,
      /description/,
    ],
    ['a tab over http', 'staticTabs.0.contentUrl', 'http://ground.example.org/', /not https/],
    ['a tab that is a path', 'staticTabs.0.contentUrl', 'tab.html', /no address/],
    [
      'a tab on another domain',
      'staticTabs.0.contentUrl',
      'https://other.example.org/',
      /not among validDomains/,
    ],
    ['a tab without an entity id', 'staticTabs.0.entityId', undefined, /entityId/],
    ['a tab in a scope that does not exist', 'staticTabs.0.scopes.0', 'meeting', /scopes/],
    ['privacy over http', 'developer.privacyUrl', 'http://ground.example.org/privacy', /not https/],
    ['no terms of use', 'developer.termsOfUseUrl', undefined, /termsOfUseUrl/],
    [
      'support on another domain',
      'developer.websiteUrl',
      'https://other.example.org/',
      /not among validDomains/,
    ],
    ['a wildcard domain', 'validDomains.1', '*.example.org', /plain host name/],
    ['a domain with a scheme', 'validDomains.1', 'https://ground.example.org', /plain host name/],
    ['sign-in for another domain', 'webApplicationInfo.resource', 'api://other.example.org/5a1c9e0e', /api:/],
    ['sign-in without an application', 'webApplicationInfo.id', undefined, /\bid\b/],
    ['an unknown permission', 'permissions.0', 'everything', /permissions\/0/],
    ['an icon that is not there', 'icons.color', 'missing.png', /not a PNG/],
    ['an icon that is no PNG', 'icons.color', 'manifest.json', /not a PNG/],
    ['a colour icon of 32 pixels', 'icons.color', 'outline.png', /32x32, not 192x192/],
    ['an outline icon of 192 pixels', 'icons.outline', 'color.png', /192x192, not 32x32/],
  ];

  for (const [what, path, replacement, problem] of cases) {
    it(`notices ${what}`, async () => {
      const problems = await checkManifest(broken(path, replacement), readIcon);

      assert.match(problems.join('\n'), problem);
    });
  }

  it('notices two tabs with one entity id', async () => {
    const tab = { entityId: 'home', name: 'Two', scopes: ['personal'] };
    const address = 'https://ground.example.org/two';
    const two = broken('staticTabs.1', { ...tab, contentUrl: address, websiteUrl: address });

    assert.match((await checkManifest(two, readIcon)).join('\n'), /home is used twice/);
  });

  it('notices an outline icon without transparency', async () => {
    assert.match((await checkManifest(filled, readOpaqueIcon)).join('\n'), /no transparency/);
  });
});
