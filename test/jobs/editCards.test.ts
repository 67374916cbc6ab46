import assert from 'node:assert/strict';
import { drain } from '../../bot/jobs/drain.ts';
import { addPerson, fileReport, newId, people } from '../support/house.ts';
import { openShop, scope, type Shop } from './shop.ts';

const always = async () => true;

describe('editCards', () => {
  let shop: Shop;
  let ref: string;
  beforeEach(async () => {
    shop = await openShop();
    await shop.meet(people.manager.person);
    ref = await fileReport(shop.house.desk, people.receptionist);
    await drain(shop.work, scope, always);
    shop.sent.length = 0;
  });
  afterEach(() => shop.close());

  const take = () =>
    shop.house.desk.perform(people.gp, { id: newId(), name: 'incident.takeIntoReview', input: { ref } });
  const add = () =>
    shop.house.desk.perform(people.receptionist, {
      id: newId(),
      name: 'incident.addFacts',
      input: { ref, text: 'The door was damaged as well.' },
    });
  const edits = () => shop.sent.filter(({ act }) => act === 'edit');

  it('D10 shows the present state in the card and drops the step somebody else has taken', async () => {
    await take();

    await drain(shop.work, scope, always);

    assert.deepEqual(edits(), [
      {
        act: 'edit',
        person: people.manager.person,
        activity: 'activity-1',
        summary: `A new report waits for you: ${ref}.`,
        state: 'Now: Being looked at',
        buttons: ['Open'],
      },
    ]);
    assert.deepEqual(await shop.dueNow(), []);
  });

  describe('a notice whose step is taken', () => {
    const unread = async (one: { readonly person: string }) =>
      (await shop.inboxOf(one.person, ref)).filter((notice) => notice.unread).map(({ template }) => template);

    it('D11 waits in nobody’s inbox any more, also of somebody who has no chat with the bot', async () => {
      const { desk } = shop.house;
      await addPerson(desk, 'person-109', [{ role: 'PPM', organisation: 'Z99001' }]);
      ref = await fileReport(desk, people.receptionist);
      await drain(shop.work, scope, always);
      const before = [await unread(people.manager), await unread({ person: 'person-109' })];

      await take();
      await drain(shop.work, scope, always);

      assert.deepEqual(before, [['incident.reported'], ['incident.reported']]);
      assert.deepEqual([await unread(people.manager), await unread({ person: 'person-109' })], [[], []]);
      assert.deepEqual(await unread(people.receptionist), ['incident.inReview']);
    });

    it('D11 still waits after a change that leaves the step to be taken', async () => {
      await add();

      await drain(shop.work, scope, always);

      assert.ok((await unread(people.manager)).includes('incident.reported'));
    });

    it('D11 is not announced in the morning when it was taken at night', async () => {
      shop.setClock('2027-01-11T23:00:00Z');
      ref = await fileReport(shop.house.desk, people.receptionist);
      await drain(shop.work, scope, always);
      await take();
      await drain(shop.work, scope, always);
      shop.setClock('2027-01-12T09:30:00Z');

      await drain(shop.work, scope, always);

      assert.deepEqual(
        shop.sent.filter(({ person }) => person === people.manager.person),
        [],
      );
    });
  });

  it('edits a card once for several changes, also at night', async () => {
    await take();
    await add();
    await add();
    shop.setClock('2027-01-11T23:00:00Z');

    await drain(shop.work, scope, always);

    assert.equal(edits().length, 1);
    assert.deepEqual(
      (await shop.dueNow()).filter(({ topic }) => topic === 'cards'),
      [],
    );
  });

  it('asks once for each person where the record stands', async () => {
    await take();
    const asked: string[] = [];
    const presentState: Shop['work']['presentState'] = async (of, person) => {
      asked.push(`${of} ${person}`);
      return shop.work.presentState(of, person);
    };
    const [card] = await shop.postedFor(ref);
    assert.ok(card);
    const second = { ...card, id: `${card.id}-2`, activity: 'activity-7' };
    await shop.house.office.records.commit(scope, [{ op: 'create', row: second }]);

    await drain({ ...shop.work, presentState }, scope, always);

    assert.equal(edits().length, 2);
    assert.equal(asked.filter((one) => one === `${ref} ${people.manager.person}`).length, 1);
  });

  it('settles what can no longer be edited, and leaves cards of other kinds alone', async () => {
    await take();
    const [card] = await shop.postedFor(ref);
    assert.ok(card);
    const ballot = { ...card, id: 'posted:ballot', card: 'ballot', activity: 'activity-8' };
    await shop.house.office.records.commit(scope, [{ op: 'create', row: ballot }]);
    shop.answers.push('unreachable', 'unreachable');

    await drain(shop.work, scope, always);

    assert.deepEqual(edits(), []);
    assert.deepEqual(await shop.dueNow(), []);
  });

  for (const failure of ['busy', new TypeError('no')] as const) {
    it(`tries again later when an edit ends in ${String(failure)}`, async () => {
      await take();
      const failing = { ...shop.work, sender: { ...shop.work.sender, edit: failWith(failure) } };

      await drain(failing, scope, always);
      assert.deepEqual(await shop.dueNow(), []);
      shop.setClock('2027-01-11T10:05:00Z');
      await drain(shop.work, scope, always);

      assert.equal(edits().length, 1);
    });
  }
});

function failWith(failure: 'busy' | Error): Shop['work']['sender']['edit'] {
  return async () => {
    if (failure instanceof Error) throw failure;
    return { sent: false, why: failure };
  };
}
