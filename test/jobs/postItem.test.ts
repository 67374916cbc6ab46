import assert from 'node:assert/strict';
import { drain } from '../../bot/jobs/drain.ts';
import type { Work } from '../../bot/jobs/ports.ts';
import { presentStateAt } from '../../bot/presentState.ts';
import { people } from '../support/house.ts';
import { castAll, chair, done, list, sit, type AtItem } from '../support/panel.ts';
import { openShop, scope, type Shop } from './shop.ts';

const always = async () => true;

describe('postItem (D10, D11)', () => {
  let shop: Shop;
  let item: AtItem;
  beforeEach(async () => {
    shop = await openShop();
    item = await list(shop.house.desk, await sit(shop.house.desk));
    await drain(shop.work, scope, always);
    shop.sent.length = 0;
  });
  afterEach(() => shop.close());

  const bind = () =>
    done(shop.house.desk, { ...people.officer, from: 'chat' }, 'panel.bindChannel', {
      reference: { person: 'the channel' },
    });
  const open = () => done(shop.house.desk, chair, 'item.open', { ...item });
  const step = (name: 'item.startVote' | 'item.close') => done(shop.house.desk, chair, name, { ...item });
  const inChannel = () => shop.sent.filter(({ person }) => person === 'the channel').map(({ act }) => act);

  it('posts one card in the bound channel when an item opens, however often the work is done', async () => {
    await bind();
    await open();
    const [row] = (await shop.house.desk.backroom.outboxDue(scope)).filter(({ row }) => row.topic === 'post');

    await drain(shop.work, scope, always);
    assert(row);
    const again = { ...row.row, id: 'outbox:again:0', pending: true };
    await shop.house.store.records.commit(scope, [{ op: 'create', row: again }]);
    await drain(shop.work, scope, always);

    assert.deepEqual(inChannel(), ['post']);
    assert.deepEqual(
      (await shop.postedFor(item.ref)).map(({ card, surface, activity }) => [card, surface, activity]),
      [['item', 'channel', 'activity-1']],
    );
    assert.deepEqual(await shop.dueNow(), []);
  });

  it('edits the card once for several votes, to the state it finds, also at night', async () => {
    await bind();
    await open();
    await drain(shop.work, scope, always);
    shop.setClock('2027-01-11T22:00:00Z');
    await step('item.startVote');
    await castAll(shop.house.desk, item, ['FOR', 'FOR', 'AGAINST']);
    const cards: unknown[] = [];
    const seen: Work<object> = {
      ...shop.work,
      messages: {
        notice: () => ({}),
        cleared: () => ({}),
        gathered: () => ({}),
        item: (card) => {
          cards.push([card.stateWords, card.voting]);
          return {};
        },
      },
      sender: {
        post: async () => ({ sent: true, activity: '' }),
        edit: async () => ({ sent: true, activity: '' }),
      },
    };

    await drain(seen, scope, always);

    assert.deepEqual(cards, [['3 of 4 cast', true]]);
  });

  it('D12 hands the gate every name the card must not hold', async () => {
    await bind();
    await open();
    await step('item.startVote');
    const handed: (readonly string[])[] = [];
    const watched = {
      ...shop.work,
      sender: {
        ...shop.work.sender,
        post: async (...[conversation, message, identifiers]: Parameters<typeof shop.work.sender.post>) => {
          handed.push(identifiers);
          return shop.work.sender.post(conversation, message, identifiers);
        },
      },
    };

    await drain(watched, scope, always);

    for (const name of ['Margaret Ellis', 'Joan Mistry', 'Helen Okafor', 'Arthur Penrose'])
      assert(handed.some((identifiers) => identifiers.includes(name)));
  });

  it('without a channel there is nothing to post, and nothing is left to do', async () => {
    await open();

    await drain(shop.work, scope, always);

    assert.deepEqual(shop.sent, []);
    assert.deepEqual(await shop.dueNow(), []);
  });

  it('is tried again when Teams is busy or the sender fails, and then shows the state of that moment', async () => {
    await bind();
    await open();
    shop.answers.push('busy');
    await drain(shop.work, scope, always);
    assert.deepEqual(inChannel(), []);
    await step('item.startVote');
    shop.answers.push(new Error('The network is down.'));
    shop.setClock('2027-01-11T11:00:00Z');
    await drain(shop.work, scope, always);
    assert.deepEqual(inChannel(), []);
    shop.setClock('2027-01-11T13:00:00Z');

    await drain(shop.work, scope, always);

    assert.deepEqual(inChannel(), ['post']);
    assert.deepEqual(await shop.dueNow(), []);
  });

  it('a card that Teams keeps refusing is not posted again, and the rest goes on', async () => {
    await bind();
    await open();
    shop.answers.push('unreachable');

    await drain(shop.work, scope, always);

    assert.deepEqual(await shop.dueNow(), []);
    assert.deepEqual(await shop.postedFor(item.ref), []);
  });

  it('V6 a tie is told to the chair, with where the item stands', async () => {
    await bind();
    await shop.meet(chair.person);
    await open();
    await step('item.startVote');
    await castAll(shop.house.desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await step('item.close');

    await drain({ ...shop.work, presentState: presentStateAt(shop.house.desk) }, scope, always);

    const [told] = shop.sent.filter(({ person }) => person === chair.person);
    assert.equal(told?.summary, `${item.ref} is tied and waits for your casting vote.`);
    assert.match(told?.state ?? '', /Tied/);
  });
});
