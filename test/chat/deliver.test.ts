import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Reply } from '../../bot/chat/chat.ts';
import { clearedMessage, createDelivery } from '../../bot/chat/deliver.ts';
import { sentence } from '../../bot/chat/replies/sentence.ts';
import { directory } from '../../bot/desk/office.ts';
import type { TeamsSender } from '../../bot/outbound/teamsSender.ts';
import { newId, openHouse, people, type House } from '../support/house.ts';

const reference = { conversation: { id: 'a:chat' } } as never;
const form: Reply = { ...sentence({ lines: ['a form with words in it'] }), unsent: 'form-of-rosa' };
const receipt: Reply = { ...sentence({ lines: ['a receipt'] }), settled: true };

describe('createDelivery', () => {
  let house: House;
  let edit: sinon.SinonStub<Parameters<TeamsSender['edit']>, ReturnType<TeamsSender['edit']>>;
  const log = { error: sinon.stub() };
  const post: TeamsSender['post'] = async () => ({ sent: true, activity: 'message-9' });
  const delivery = (desk = house.desk) => createDelivery({ desk, newId, log, sender: { edit, post } });
  const clearings = async () => {
    const { rows } = await house.office.records.list(directory, 'outboxDue', { now: '9999' });
    return rows.map(({ row }) => row).filter(({ topic }) => topic === 'clear');
  };
  /** `replaceLater` keeps nobody waiting: resolves when its edit is asked for. */
  const edited = async () =>
    new Promise<void>((resolve) => {
      edit.callsFake(async () => {
        resolve();
        return { sent: true, activity: 'message-1' };
      });
    });
  beforeEach(async () => {
    house = await openHouse();
    edit = sinon.stub();
    log.error.resetHistory();
  });
  afterEach(() => house.close());

  it('D9 notes down a form edited in late that was not sent, before it is shown', async () => {
    const shown = edited();

    delivery().replaceLater(reference, 'message-1', form, people.receptionist);
    await shown;

    assert.deepEqual(
      (await clearings()).map(({ payload }) => [payload['message'], payload['form'], payload['person']]),
      [['message-1', 'form-of-rosa', people.receptionist.person]],
    );
  });

  it('D9 notes nothing down for a receipt', async () => {
    const shown = edited();

    delivery().replaceLater(reference, 'message-1', receipt, people.receptionist);
    await shown;

    assert.deepEqual(await clearings(), []);
  });

  describe('while the store does not answer', () => {
    let clock: sinon.SinonFakeTimers;
    const perform = sinon.stub<Parameters<House['desk']['perform']>, ReturnType<House['desk']['perform']>>();
    beforeEach(() => {
      clock = sinon.useFakeTimers({ toFake: ['setTimeout'] });
      perform.reset();
      perform.rejects(new RangeError('words of a patient'));
    });
    afterEach(() => clock.restore());

    it('D9 shows the form all the same, and notes it down when the store answers again', async () => {
      const shown = edited();
      delivery({ ...house.desk, perform }).replaceLater(reference, 'message-1', form, people.receptionist);
      await shown;

      perform.callsFake(async (...given) => house.desk.perform(...given));
      await clock.tickAsync(30_000);
      await perform.lastCall.returnValue;

      assert.equal(perform.callCount, 2);
      assert.equal((await clearings()).length, 1);
      assert.deepEqual(log.error.args, []);
    });

    it('logs by ids what could not be noted down for ten minutes', async () => {
      const shown = edited();
      delivery({ ...house.desk, perform }).replaceLater(reference, 'message-1', form, people.receptionist);
      await shown;

      await clock.tickAsync(60 * 60_000);

      assert.equal(perform.callCount, 20);
      assert.deepEqual(log.error.args, [
        [
          { event: 'edit', message: 'message-1', error: 'RangeError' },
          'A form that was not sent will not be cleared away.',
        ],
      ]);
    });
  });

  it('an edit that fails is logged by ids', async () => {
    edit.rejects(new RangeError('words of a patient'));
    const logged = new Promise((resolve) => {
      log.error.callsFake(resolve);
    });

    delivery().replaceLater(reference, 'message-1', receipt);
    await logged;

    assert.deepEqual(log.error.args, [
      [{ event: 'edit', message: 'message-1', error: 'RangeError' }, 'A card was not edited.'],
    ]);
  });

  it('what stands in place of a form says that it was not sent', () => {
    assert.match(JSON.stringify(clearedMessage()), /was not sent, and has been cleared away/);
  });
});
