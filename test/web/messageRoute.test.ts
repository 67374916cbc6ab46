import assert from 'node:assert/strict';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Response as BotResponse } from 'botbuilder';
import sinon from 'sinon';
import { refusal } from '../../bot/contract/refusal.ts';
import type { ProcessActivity } from '../../bot/web/messageRoute.ts';
import { post, startServer } from './running.ts';

/** The smallest activity there is. */
const activity = { type: 'message' };
const sendTo = async (processActivity: ProcessActivity, body: unknown) => {
  const app = await startServer({ processActivity, limits: { activityBytes: 100_000 } });
  const answer = await post(app, '/api/messages', body);
  const text = await answer.text();
  await app.stop();
  return { answer, text, log: app.log };
};

describe('activities from Teams', () => {
  it('hands the parsed activity to the bot, which answers', async () => {
    const bot = sinon.spy(
      async (req: Parameters<ProcessActivity>[0], res: Parameters<ProcessActivity>[1]) => {
        res.send(200, { echoed: req.body as object });
      },
    );

    const { answer, text } = await sendTo(bot, { type: 'message', text: 'report' });

    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(text), { echoed: { type: 'message', text: 'report' } });
    assert.ok(bot.calledOnce);
  });

  it('hands on nothing that is no activity, and nothing too large', async () => {
    const bot = sinon.stub().resolves();

    const list = await sendTo(bot, [activity]);
    const word = await sendTo(bot, '"hello"');
    const untyped = await sendTo(bot, { type: 7 });
    const large = await sendTo(bot, { type: 'message', text: 'a'.repeat(100_000) });

    assert.deepEqual(
      [list, word, untyped, large].map(({ answer }) => answer.status),
      [400, 400, 400, 413],
    );
    assert.ok(bot.notCalled);
  });

  it('takes an activity larger than the API’s own limit', async () => {
    const { answer } = await sendTo(async (_req, res) => void res.send(200), {
      ...activity,
      text: 'a'.repeat(80_000),
    });

    assert.equal(answer.status, 200);
  });

  it('keeps the text of an error from whoever sent the activity', async () => {
    const { answer, text } = await sendTo(async (_req, res) => {
      res.status(500);
      res.send('TypeError: Mary Example at turn.ts:12');
      res.end();
    }, activity);

    assert.equal(answer.status, 500);
    assert.equal(refusal.parse(JSON.parse(text)).code, 'busy');
    assert.doesNotMatch(text, /Mary|TypeError/);
  });

  it('answers 500 and a number when the bot throws', async () => {
    const { answer, text, log } = await sendTo(sinon.stub().rejects(new Error('Mary Example')), activity);

    assert.equal(answer.status, 500);
    assert.doesNotMatch(text, /Mary/);
    assert.doesNotMatch(JSON.stringify(log), /Mary/);
  });

  describe('with botbuilder itself behind it', () => {
    const adapter = new CloudAdapter(
      new ConfigurationBotFrameworkAuthentication({
        MicrosoftAppId: '00000000-0000-4000-8000-000000000001',
        MicrosoftAppPassword: 'x',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000002',
      }),
    );
    const turn = sinon.stub().resolves();
    const withBotbuilder: ProcessActivity = (req, res) =>
      adapter.process(req, res as unknown as BotResponse, turn);
    // botbuilder prints every failed turn.
    beforeEach(() => void sinon.stub(console, 'error'));
    afterEach(() => sinon.restore());

    it('answers 401 to an activity nobody vouches for, with no detail', async () => {
      const { answer, text } = await sendTo(withBotbuilder, {
        type: 'message',
        id: '1',
        text: 'hi',
        channelId: 'msteams',
        from: { id: 'u', name: 'U' },
        recipient: { id: 'b', name: 'B' },
        conversation: { id: 'c', name: 'c', isGroup: false, conversationType: 'personal' },
        serviceUrl: 'https://smba.trafficmanager.net/uk/',
      });

      assert.equal(answer.status, 401);
      assert.equal(refusal.parse(JSON.parse(text)).code, 'signIn');
      assert.ok(turn.notCalled);
    });
  });
});
