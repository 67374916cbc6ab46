import assert from 'node:assert/strict';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import sinon from 'sinon';
import type { Breach } from '../../bot/outbound/breach.ts';
import { createGate } from '../../bot/outbound/gate.ts';
import { createTeamsSender } from '../../bot/outbound/teamsSender.ts';
import { withheld } from '../../bot/outbound/ownSentences.ts';
import { openConnectorStub, type ConnectorStub } from './connectorStub.ts';

const message = { type: 'message', summary: 'You have 2 new notices.', attachments: [] };

const unreachable = { sent: false, why: 'unreachable' };
const keptBack = { sent: false, why: 'withheld' };

describe('teamsSender', () => {
  let stub: ConnectorStub;
  let breaches: Breach[];
  beforeEach(async () => {
    stub = await openConnectorStub();
    breaches = [];
  });
  afterEach(() => stub.close());

  const conversation = (conversationType: string) => ({
    serviceUrl: stub.url,
    channelId: 'msteams',
    bot: { id: 'bot', name: 'Common Ground' },
    user: { id: 'user', name: 'Somebody' },
    conversation: { id: `${conversationType}-1`, conversationType, isGroup: false, name: '' },
  });

  function open() {
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
    adapter.use(createGate({ onBreach: (breach) => breaches.push(breach) }));
    const onTurnError = sinon.fake.resolves(undefined);
    adapter.onTurnError = onTurnError;
    const turns: string[] = [];
    const pause = sinon.fake.resolves(undefined);
    const sender = createTeamsSender({
      adapter,
      appId: '',
      limiter: {
        turn: async (id) => {
          turns.push(id);
        },
      },
      pause,
      random: { below: () => 0, hex: () => '', uuid: () => '' },
    });
    return { sender, turns, pause, onTurnError };
  }

  it('posts through the connector and gives the id of the message', async () => {
    const { sender, turns } = open();

    const sent = await sender.post(conversation('personal'), message, []);

    assert.deepEqual(sent, { sent: true, activity: 'activity-1' });
    assert.deepEqual(turns, ['personal-1']);
    assert.equal(stub.arrived[0]?.method, 'POST');
    assert.match(stub.arrived[0]?.path ?? '', /^\/v3\/conversations\/personal-1\/activities/);
    assert.equal(stub.arrived[0]?.body['summary'], message.summary);
  });

  it('edits the message it is told to', async () => {
    const { sender } = open();

    const sent = await sender.edit(conversation('personal'), 'activity-9', message, []);

    assert.deepEqual(sent, { sent: true, activity: 'activity-9' });
    assert.equal(stub.arrived[0]?.method, 'PUT');
    assert.equal(stub.arrived[0]?.path, '/v3/conversations/personal-1/activities/activity-9');
  });

  for (const status of [403, 404]) {
    it(`calls a person who answers ${status} unreachable, and tells nobody in the chat`, async () => {
      const { sender, onTurnError } = open();
      stub.answers.push({ status }, { status });

      const posted = await sender.post(conversation('personal'), message, []);
      const edited = await sender.edit(conversation('personal'), 'activity-9', message, []);

      assert.deepEqual([posted, edited], [unreachable, unreachable]);
      assert.equal(onTurnError.callCount, 0);
    });
  }

  for (const reference of [{}, { conversation: { id: 'a' } }, { serviceUrl: 'http://127.0.0.1:1' }]) {
    it(`cannot reach ${JSON.stringify(reference)}`, async () => {
      assert.deepEqual(await open().sender.post(reference, message, []), unreachable);
    });
  }

  it('repeats what Teams asks to repeat, each time in its turn', async () => {
    const { sender, turns, pause } = open();
    stub.answers.push({ status: 412 }, { status: 429 });

    const sent = await sender.post(conversation('personal'), message, []);

    assert.deepEqual(sent, { sent: true, activity: 'activity-3' });
    assert.equal(turns.length, 3);
    assert.deepEqual(
      pause.getCalls().map((call) => Number(call.firstArg)),
      [1_000, 2_000],
    );
  });

  it('says busy when Teams goes on refusing', async () => {
    const { sender } = open();
    stub.answers.push(...Array.from({ length: 5 }, () => ({ status: 429 })));

    assert.deepEqual(await sender.post(conversation('personal'), message, []), { sent: false, why: 'busy' });
  });

  it('throws what nobody can mend by waiting', async () => {
    const { sender, onTurnError } = open();
    stub.answers.push({ status: 400 });

    await assert.rejects(sender.post(conversation('personal'), message, []), { statusCode: 400 });
    assert.equal(onTurnError.callCount, 0);
  });

  it('HS-13 passes the gate with the identifiers it was given', async () => {
    const { sender } = open();
    const telling = { ...message, summary: 'Anna Schmidt, INC-2027-4839271' };

    const channel = await sender.post(conversation('channel'), telling, ['Anna Schmidt']);
    const edited = await sender.edit(conversation('channel'), 'activity-9', telling, ['Anna Schmidt']);
    const personal = await sender.post(conversation('personal'), telling, ['Anna Schmidt']);

    assert.deepEqual([channel, edited], [keptBack, keptBack]);
    assert.deepEqual(personal, { sent: true, activity: 'activity-1' });
    assert.deepEqual(
      stub.arrived.map(({ body }) => body['text']),
      [withheld],
    );
    assert.deepEqual(
      breaches.map(({ surface, kind, ref }) => [surface, kind, ref]),
      ['channel', 'channel', 'personal'].map((surface) => [surface, 'name', 'INC-2027-4839271']),
    );
  });
});
