import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Reply } from '../../bot/chat/chat.ts';
import { createDelivery } from '../../bot/chat/deliver.ts';
import { sentence } from '../../bot/chat/replies/sentence.ts';
import type { TeamsSender } from '../../bot/outbound/teamsSender.ts';
import { textsOf } from './support/cards.ts';
import { shownIn } from './support/teams.ts';

const minutes = 60_000;
const reference = { conversation: { id: 'a:chat' } } as never;

describe('what was typed and not sent', () => {
  let clock: sinon.SinonFakeTimers;
  let edit: sinon.SinonStub<Parameters<TeamsSender['edit']>, ReturnType<TeamsSender['edit']>>;
  const post: TeamsSender['post'] = async () => ({ sent: true, activity: 'message-9' });
  const log = { error: sinon.stub() };
  const form: Reply = { ...sentence({ lines: ['a form with words in it'] }), unsent: true };
  const receipt: Reply = { ...sentence({ lines: ['a receipt'] }), settled: true };
  const shown = () =>
    edit.args.map(([, message, activity]) => [message, textsOf(shownIn({ ...activity }))[0]]);
  beforeEach(() => {
    clock = sinon.useFakeTimers();
    edit = sinon.stub();
    edit.resolves({ sent: true, activity: 'message-1' });
  });
  afterEach(() => {
    clock.restore();
  });

  it('D9 is cleared out of the chat after 15 minutes', async () => {
    const delivery = createDelivery({ edit, post }, log);

    delivery.replaceLater(reference, 'message-1', form);
    await clock.tickAsync(15 * minutes - 1);
    const before = shown();
    await clock.tickAsync(1);

    assert.deepEqual(before, [['message-1', 'a form with words in it']]);
    assert.match(String(shown()[1]?.[1]), /was not sent, and has been cleared away/);
    await clock.tickAsync(60 * minutes);
    assert.equal(edit.callCount, 2);
  });

  it('D9 is not cleared once it has been sent, and a new try starts the 15 minutes again', async () => {
    const delivery = createDelivery({ edit, post }, log);

    delivery.replaceLater(reference, 'message-1', form);
    delivery.replaceLater(reference, 'message-2', form);
    await clock.tickAsync(10 * minutes);
    delivery.replaceLater(reference, 'message-1', receipt);
    delivery.replaceLater(reference, 'message-2', form);
    await clock.tickAsync(10 * minutes);
    assert.equal(edit.callCount, 4);
    await clock.tickAsync(5 * minutes);

    assert.equal(edit.callCount, 5);
    assert.equal(edit.lastCall.args[1], 'message-2');
  });

  it('an edit that fails is logged by ids', async () => {
    edit.rejects(new RangeError('words of a patient'));
    const delivery = createDelivery({ edit, post }, log);

    delivery.replaceLater(reference, 'message-1', receipt);
    await clock.tickAsync(0);

    assert.deepEqual(log.error.args, [
      [{ event: 'edit', message: 'message-1', error: 'RangeError' }, 'A card was not edited.'],
    ]);
  });
});
