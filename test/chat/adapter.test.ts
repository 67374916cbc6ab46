import assert from 'node:assert/strict';
import type { TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { createAdapter } from '../../bot/chat/adapter.ts';
import { createProcessActivity, type ProcessActivity } from '../../bot/chat/processActivity.ts';
import { appId, fromNow, openBotFramework, type BotFramework } from './support/botFramework.ts';
import { openConnector } from './support/connector.ts';
import { answerOf } from './support/teams.ts';

const activity = (serviceUrl: string | undefined) => ({
  type: 'message',
  id: 'in-1',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:1alex' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:chat', conversationType: 'personal' },
});

describe('who may talk to the bot (D13)', () => {
  let theirs: BotFramework;
  let processActivity: ProcessActivity;
  const run = sinon.stub<[TurnContext], Promise<void>>();
  const log = { error: sinon.stub() };
  let printed: sinon.SinonStub;
  before(async () => {
    theirs = await openBotFramework();
    const adapter = createAdapter({
      log,
      appId,
      appType: 'SingleTenant',
      tenantId: '44444444-4444-4444-8444-444444444444',
      password: 'not used: outbound tokens come from the line below',
      overrides: {
        settings: theirs.settings,
        credentials: {
          isValidAppId: async (id) => id === appId,
          isAuthenticationDisabled: async () => false,
          createCredentials: async () => ({ signRequest: async (request) => request }),
        },
      },
    });
    processActivity = createProcessActivity(adapter, { run }, { secured: true });
  });
  after(async () => theirs.close());
  beforeEach(() => {
    run.reset();
    run.resolves();
    log.error.reset();
    // botbuilder's own complaint about a token; it names a public key and nothing else.
    printed = sinon.stub(console, 'error');
  });
  afterEach(() => {
    printed.restore();
  });

  const send = async (authorization: string | undefined, body: unknown = activity(theirs.serviceUrl)) =>
    answerOf(async (response) => {
      const headers = authorization === undefined ? {} : { authorization };
      await processActivity({ method: 'POST', headers, body }, response);
    });

  it('a token of Teams starts a turn', async () => {
    const answer = await send(`Bearer ${await theirs.token()}`);

    assert.equal(answer.status, 200);
    assert.equal(run.callCount, 1);
  });

  const tokens: readonly (readonly [why: string, token: () => string | Promise<string>])[] = [
    ['without exp', async () => theirs.token({ exp: undefined })],
    ['expired', async () => theirs.token({ exp: fromNow(-600) })],
    ['not valid yet (nbf)', async () => theirs.token({ nbf: fromNow(600) })],
    ['forged under their key id', async () => theirs.forged()],
    ['signed with an unknown key', async () => theirs.unknownKey()],
    ['signed by nobody (alg none)', () => theirs.unsigned()],
    ['for another bot', async () => theirs.token({ aud: '99999999-9999-4999-8999-999999999999' })],
    ['of another issuer', async () => theirs.token({ iss: 'https://evil.example' })],
    ['for another service', async () => theirs.token({ serviceurl: 'https://smba.example/' })],
    [
      'changed on its way',
      async () => {
        const [head = '', , signature = ''] = (await theirs.token()).split('.');
        const [, body = ''] = (await theirs.token({ exp: fromNow(86_400) })).split('.');
        return `${head}.${body}.${signature}`;
      },
    ],
    ['that is no token', () => 'abc'],
    ['that is empty', () => ''],
  ];
  for (const [why, token] of tokens) {
    it(`a token ${why} is answered with 401 and a plain sentence`, async () => {
      const answer = await send(`Bearer ${await token()}`);

      assert.equal(answer.status, 401);
      assert.deepEqual(answer.body, { code: 'signIn', message: 'This was not sent by Teams.' });
      assert.equal(run.callCount, 0);
    });
  }

  it('no header, another scheme and a list of headers are answered with 401', async () => {
    const answers = await Promise.all([send(undefined), send('Basic YTpi'), send(await theirs.token())]);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 401, 401],
    );
    assert.equal(run.callCount, 0);
  });

  it('an activity that does not say where its answer goes is refused, whatever its token', async () => {
    const token = `Bearer ${await theirs.token()}`;
    const bodies = [
      activity(undefined),
      activity(''),
      { ...activity(theirs.serviceUrl), conversation: undefined },
      { ...activity(theirs.serviceUrl), from: {} },
      { ...activity(theirs.serviceUrl), type: 7 },
      [],
      'text',
      null,
    ];

    const answers = await Promise.all(bodies.map(async (body) => send(token, body)));

    for (const answer of answers) {
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, { code: 'invalid', message: 'This activity cannot be read.' });
    }
    assert.equal(run.callCount, 0);
  });

  it('only POST is taken', async () => {
    const answer = await answerOf(async (response) =>
      processActivity({ method: 'GET', headers: {} }, response),
    );

    assert.equal(answer.status, 405);
    assert.equal(run.callCount, 0);
  });

  it('when the keys cannot be had, the answer is 500, not 401: Teams may try again', async () => {
    const gone = await openBotFramework();
    const token = `Bearer ${await gone.token()}`;
    const adapter = createAdapter({ log, appId, overrides: { settings: gone.settings } });
    await gone.close();
    const process = createProcessActivity(adapter, { run }, { secured: true });

    const answer = await answerOf(async (response) =>
      process(
        { method: 'POST', headers: { authorization: token }, body: activity(gone.serviceUrl) },
        response,
      ),
    );

    assert.equal(answer.status, 500);
    assert.deepEqual(answer.body, {
      code: 'busy',
      message: 'Something went wrong on our side. Try again in a moment.',
    });
    assert.equal(log.error.callCount, 1);
  });
});

describe('a turn that fails', () => {
  const log = { error: sinon.stub() };
  beforeEach(() => log.error.reset());

  it('is answered in one plain sentence, and logged by ids', async () => {
    const connector = await openConnector();
    const run = sinon
      .stub<[TurnContext], Promise<void>>()
      .rejects(new TypeError('Maurice Tindall has no row'));
    const processActivity = createProcessActivity(createAdapter({ log }), { run }, { secured: false });
    const send = async (type: string) =>
      answerOf(async (response) =>
        processActivity(
          { method: 'POST', headers: {}, body: { ...activity(connector.serviceUrl), type } },
          response,
        ),
      );

    const [message, invoke, event] = [await send('message'), await send('invoke'), await send('event')];

    const words = 'Something went wrong on our side. Try again in a moment.';
    assert.deepEqual([message.status, invoke.status, event.status], [200, 200, 200]);
    assert.deepEqual(
      connector.sent.map((sent) => sent.activity['text']),
      [words],
    );
    assert.equal((invoke.body as { value: string }).value, words);
    assert.deepEqual(log.error.args[0], [
      { event: 'turn', activity: 'in-1', type: 'message', error: 'TypeError' },
      'A turn failed.',
    ]);
    assert.doesNotMatch(JSON.stringify([connector.sent, log.error.args, message, invoke]), /Tindall|\.ts:/);
    await connector.close();
  });

  it('ends quietly when not even that can be sent', async () => {
    const connector = await openConnector();
    connector.refuse('POST', 403);
    const run = sinon.stub<[TurnContext], Promise<void>>().rejects(new Error('no'));
    const processActivity = createProcessActivity(createAdapter({ log }), { run }, { secured: false });

    const answer = await answerOf(async (response) =>
      processActivity({ method: 'POST', headers: {}, body: activity(connector.serviceUrl) }, response),
    );

    await connector.close();
    assert.equal(answer.status, 200);
    sinon.assert.calledTwice(log.error);
    sinon.assert.calledWith(log.error.firstCall, sinon.match({ event: 'turn', error: 'Error' }));
    sinon.assert.calledWith(log.error.secondCall, sinon.match({ event: 'apology' }));
  });
});
