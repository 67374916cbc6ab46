/** What demo mode has and production must not, asked of the real app in production (D13, D14). */
import assert from 'node:assert/strict';
import { readConfig } from '../../bot/config.ts';
import { demoSignIn } from '../../bot/web/demoSignIn.ts';
import { createClock } from '../../bot/clock.ts';
import { openConnector } from '../chat/support/connector.ts';
import { textsOf } from '../chat/support/cards.ts';
import { shownIn } from '../chat/support/teams.ts';
import { openProduction, settings, staff, type Production } from './support/production.ts';
import { activityFrom, sendActivity } from './support/teamsActivity.ts';

describe('attack: demo mode in production (D14)', function () {
  this.timeout(30_000);
  let production: Production;
  before(async () => {
    production = await openProduction();
  });
  after(async () => production.close());

  const call = async (path: string, method: 'GET' | 'POST', token?: string, body = '{}') =>
    fetch(`${production.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(method === 'POST' ? { body } : {}),
    });

  it('its picker, its sign-in and its clock are not there, signed in or not', async () => {
    const token = await production.entra.mint(staff.receptionist);
    const before = production.app.clock.offset();
    const calls = [
      ['/api/demo', 'GET', ''],
      ['/api/demo', 'POST', '{}'],
      ['/api/demo/sign-in', 'POST', JSON.stringify({ person: staff.receptionist })],
      ['/api/demo/sign-in', 'GET', ''],
      ['/api/demo/clock', 'POST', '{"to":"next-working-day"}'],
      ['/api/demo/../demo/clock', 'POST', '{"to":"next-working-day"}'],
      ['/api//demo', 'GET', ''],
      ['/API/DEMO', 'GET', ''],
      ['/api/demo/', 'GET', ''],
    ] as const;

    for (const [path, method, body] of calls) {
      for (const signedIn of [undefined, token]) {
        const answer = await call(path, method, signedIn, body);
        const text = await answer.text();
        // Whatever is no route of the API may be the tab's own page, once it has been built.
        const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
        assert.ok(isPage || answer.status === 404, `${method} ${path} ${answer.status}`);
        assert.doesNotMatch(text, /"token"|Rosa|"people"|"now"/, path);
      }
    }
    assert.equal(production.app.clock.offset(), before);
    assert.equal(production.app.desk.demo, undefined);
  });

  it('its description does not offer them, and nobody is told that this is a demonstration', async () => {
    const described = await (await call('/api/openapi.json', 'GET')).text();
    const me = await call(
      '/api/questions/me',
      'POST',
      await production.entra.mint(staff.receptionist),
      '{"input":{}}',
    );

    assert.ok(!/api\/demo|demo clock/i.test(described), 'the demo is described');
    assert.equal(((await me.json()) as { demo: boolean }).demo, false);
  });

  it('its tokens sign nobody in, whatever key they are made with', async () => {
    for (const key of [new Uint8Array(32).fill(7), new Uint8Array(32)]) {
      const { tokenFor } = demoSignIn({ key, machine: createClock() });
      const answer = await call(
        '/api/questions/me',
        'POST',
        await tokenFor(staff.receptionist),
        '{"input":{}}',
      );
      assert.equal(answer.status, 401);
    }
  });

  it('"act as" is words nobody understands, in a chat and in a channel', async () => {
    const connector = await openConnector();
    const authorization = `Bearer ${await production.botFramework.token({ serviceurl: connector.serviceUrl })}`;
    const say = async (parts: object) => {
      const sent = connector.sent.length;
      await sendActivity(
        production,
        authorization,
        activityFrom(staff.otherReceptionist, connector.serviceUrl, { ...parts }),
      );
      return connector.sent
        .slice(sent)
        .map(({ activity }) => textsOf(shownIn(activity)).join(' ') || JSON.stringify(activity['text']));
    };
    await say({ text: 'hello' });

    const inChat = await say({ text: 'act as Rosa Bell' });
    const who = await say({ text: 'my reports' });
    const inChannel = await say({
      text: '<at>Common Ground</at> act as Rosa Bell',
      conversation: {
        id: '19:c@thread.tacv2',
        conversationType: 'channel',
        isGroup: true,
        tenantId: settings.ENTRA_TENANT_ID,
      },
      entities: [
        {
          type: 'mention',
          mentioned: { id: `28:${settings.MICROSOFT_APP_ID}` },
          text: '<at>Common Ground</at>',
        },
      ],
    });
    await connector.close();

    assert.doesNotMatch(JSON.stringify([inChat, who, inChannel]), /acting as|now act|Rosa/);
    assert.match(inChannel.join(), /chat of our own/);
  });

  it('people of the fictional area are not in its directory', async () => {
    const asked = await production.app.desk.ask({ person: 'person-101' }, { name: 'me', input: {} });

    assert.equal(asked.answered, false);
  });
});

describe('attack: half a configuration (D13)', () => {
  const names = Object.keys(settings);
  const whole: Readonly<Record<string, string>> = settings;

  it('of all the ways to leave out settings, only all and none of them start', () => {
    const started: string[] = [];
    for (let mix = 0; mix < 2 ** names.length; mix += 1) {
      const given = names.filter((_, index) => Math.floor(mix / 2 ** index) % 2 === 1);
      const environment = Object.fromEntries(given.map((name) => [name, whole[name]]));
      try {
        started.push(`${readConfig(environment).mode} with ${given.length}`);
      } catch (error) {
        const message = error instanceof Error ? error.message : '';
        assert.match(message, /^Common Ground does not start with this configuration\. /);
        for (const name of names.filter((one) => !given.includes(one) && one !== 'MICROSOFT_APP_PASSWORD'))
          assert.ok(message.includes(name), `${name} is named`);
        for (const value of Object.values(environment)) assert.ok(!message.includes(String(value)));
      }
    }

    assert.deepEqual(started, ['demo with 0', `production with ${names.length}`]);
  });

  it('a password may be left out for a managed identity alone', () => {
    const { MICROSOFT_APP_PASSWORD: _password, ...others } = settings;

    assert.throws(() => readConfig(others), /MICROSOFT_APP_PASSWORD/);
    assert.equal(readConfig({ ...others, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).mode, 'production');
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['PUBLIC_URL', 'http://ground.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['MICROSOFT_APP_ID', 'none'],
    ['MICROSOFT_APP_ID', ''],
    ['MICROSOFT_APP_TENANT_ID', 'common'],
    ['MICROSOFT_APP_TYPE', 'MultiTenant'],
    ['ENTRA_TENANT_ID', 'organizations'],
    ['ENTRA_CLIENT_ID', '*'],
    ['COSMOS_ENDPOINT', 'http://records.documents.azure.com'],
    ['COSMOS_ENDPOINT', 'http://localhost:8081@evil.example/'],
    ['PERSON_HASH_KEY', 'short'],
  ];
  for (const [name, value] of wrong) {
    it(`does not start with ${name}=${value}`, () => {
      assert.throws(() => readConfig({ ...settings, [name]: value }), new RegExp(name));
    });
  }
});
