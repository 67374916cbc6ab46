/** An attacker's tokens and activities against the bot of the real app in production, over HTTP. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import sinon from 'sinon';
import { refusal } from '../../bot/contract/refusal.ts';
import { fromNow } from '../chat/support/botFramework.ts';
import { openConnector, type Connector } from '../chat/support/connector.ts';
import { shownIn } from '../chat/support/teams.ts';
import { textsOf } from '../chat/support/cards.ts';
import { otherTenant, tenant } from './support/entra.ts';
import { openProduction, staff, type Production } from './support/production.ts';
import { activityFrom, sendActivity } from './support/teamsActivity.ts';

const require = createRequire(import.meta.url);
/** The issuers botbuilder trusts for its emulator: a list of the whole process, which its own check adds to. */
const { ToBotFromBotOrEmulatorTokenValidationParameters: emulator } = createRequire(
  require.resolve('botbuilder'),
)('botframework-connector/lib/auth/tokenValidationParameters.js') as {
  ToBotFromBotOrEmulatorTokenValidationParameters: { readonly issuer: readonly string[] };
};

describe('attack: tokens and activities for the bot (D13)', function () {
  this.timeout(30_000);
  let production: Production;
  let connector: Connector;
  let printed: sinon.SinonStub;
  before(async () => {
    [production, connector] = [await openProduction(), await openConnector()];
    // botbuilder's own complaint about a token; it names a public key and nothing else.
    printed = sinon.stub(console, 'error');
  });
  after(async () => {
    printed.restore();
    await connector.close();
    await production.close();
  });

  type Claims = Readonly<Record<string, unknown>>;
  const token = async (claims: Claims = {}) =>
    production.botFramework.token({ serviceurl: connector.serviceUrl, ...claims });
  const said = (parts: Claims = {}, person: string | undefined = staff.receptionist) =>
    activityFrom(person, connector.serviceUrl, parts);
  /** What the bot answered with, in words. */
  const answerTo = async (activity: unknown): Promise<string> => {
    const before = connector.sent.length;
    const answer = await sendActivity(production, `Bearer ${await token()}`, activity);
    assert.equal(answer.status, 200);
    return connector.sent
      .slice(before)
      .flatMap(({ activity: sent }) => textsOf(shownIn(sent)))
      .join(' ');
  };

  it('Teams is answered, with what the person may do', async () => {
    assert.match(await answerTo(said()), /Hello Rosa Bell/);
    assert.match(await answerTo(said()), /Tell us what happened/);
  });

  const bad: Readonly<Record<string, () => Promise<string | undefined>>> = {
    'no token': async () => undefined,
    'an empty one': async () => 'Bearer ',
    'another scheme': async () => `Basic ${await token()}`,
    'two tokens': async () => `Bearer ${await token()} ${await token()}`,
    'one that is forged': async () => `Bearer ${await production.botFramework.forged()}`,
    'one under an unknown key': async () => `Bearer ${await production.botFramework.unknownKey()}`,
    'one signed by nobody': async () => `Bearer ${production.botFramework.unsigned()}`,
    'one for another bot': async () =>
      `Bearer ${await token({ aud: '99999999-9999-4999-8999-999999999999' })}`,
    'one for the tab': async () => `Bearer ${await production.entra.mint(staff.receptionist)}`,
    'one that is expired': async () => `Bearer ${await token({ exp: fromNow(-600) })}`,
    'one that never expires': async () => `Bearer ${await token({ exp: undefined })}`,
    'one not yet good': async () => `Bearer ${await token({ nbf: fromNow(600) })}`,
    'one of another issuer': async () => `Bearer ${await token({ iss: 'https://evil.example' })}`,
    'one of the emulator': async () =>
      `Bearer ${await token({
        iss: `https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/`,
        ver: '1.0',
        appid: '22222222-2222-4222-8222-222222222222',
      })}`,
    'one of the emulator, in our own tenant': async () =>
      `Bearer ${await token({
        iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
        tid: tenant,
        ver: '2.0',
        azp: '22222222-2222-4222-8222-222222222222',
      })}`,
    'one of another bot (a skill)': async () =>
      `Bearer ${await token({ ver: '1.0', appid: '99999999-9999-4999-8999-999999999999', tid: otherTenant })}`,
    'one without a serviceUrl': async () => `Bearer ${await token({ serviceurl: undefined })}`,
    'one for another serviceUrl': async () =>
      `Bearer ${await token({ serviceurl: 'https://evil.example/' })}`,
  };
  for (const [what, header] of Object.entries(bad)) {
    it(`${what} is answered with 401 and starts nothing`, async () => {
      const before = connector.sent.length;

      const answer = await sendActivity(production, await header(), said());

      assert.equal(answer.status, 401);
      assert.deepEqual(await answer.json(), { code: 'signIn', message: 'This was not sent by Teams.' });
      assert.equal(connector.sent.length, before);
    });
  }

  const activities: Readonly<Record<string, [activity: () => Claims, status: number]>> = {
    'an activity for a foreign serviceUrl': [() => said({ serviceUrl: 'https://evil.example/' }), 401],
    'an activity without a serviceUrl': [() => said({ serviceUrl: undefined }), 400],
    // In these channels the sender writes who they are.
    'an activity of Direct Line': [() => said({ channelId: 'directline' }), 401],
    'an activity of Web Chat': [() => said({ channelId: 'webchat' }), 401],
    'an activity of the emulator': [() => said({ channelId: 'emulator' }), 401],
    'an activity that would be checked in another way': [() => said({ channelId: 'AseChannel' }), 401],
    'an activity of no channel': [() => said({ channelId: undefined }), 401],
    'an activity of a list of channels': [() => said({ channelId: ['msteams'] }), 401],
  };
  for (const [what, [activity, status]] of Object.entries(activities)) {
    it(`${what} is answered with ${status}, whatever its token`, async () => {
      const before = connector.sent.length;

      const answer = await sendActivity(production, `Bearer ${await token()}`, activity());

      assert.equal(answer.status, status);
      refusal.parse(await answer.json());
      assert.equal(connector.sent.length, before);
    });
  }

  const nobodies: Readonly<Record<string, () => Claims>> = {
    'a user of another tenant': () =>
      said({
        conversation: { id: 'a:chat', conversationType: 'personal', tenantId: otherTenant },
        channelData: { tenant: { id: otherTenant } },
      }),
    'a user whose chat is of another tenant': () =>
      said({ conversation: { id: 'a:chat', conversationType: 'personal', tenantId: otherTenant } }),
    'a user whose team is of another tenant': () => said({ channelData: { tenant: { id: otherTenant } } }),
    'a user of no tenant': () =>
      said({ conversation: { id: 'a:chat', conversationType: 'personal' }, channelData: {} }),
    'a user without an object id': () => said({ from: { id: '29:1someone', name: 'Rosa Bell' } }),
    'a user whose object id is a path': () => said({ from: { id: '29:1x', aadObjectId: '../person-101' } }),
    'a user who is in no directory': () => said({ from: { id: '29:1x', aadObjectId: staff.nobody } }),
  };
  for (const [who, activity] of Object.entries(nobodies)) {
    it(`${who} is nobody here`, async () => {
      const shown = await answerTo(activity());

      assert.match(shown, /not in the directory/);
      assert.doesNotMatch(shown, /Rosa|Tell us what happened/);
    });
  }

  it('tokens naming tenants, signed or not, are not added to the issuers botbuilder trusts', async () => {
    const before = emulator.issuer.length;

    for (let number = 100; number < 120; number += 1) {
      const tid = `77777777-7777-4777-8777-777777777${number}`;
      await sendActivity(production, `Bearer ${await token({ tid })}`, said());
      await sendActivity(
        production,
        `Bearer ${await token({ tid, iss: `https://sts.windows.net/${tid}/` })}`,
        said(),
      );
    }

    assert.equal(emulator.issuer.length, before);
  });
});
