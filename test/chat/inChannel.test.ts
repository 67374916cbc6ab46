import assert from 'node:assert/strict';
import { openHouse, people, type House } from '../support/house.ts';
import { cast, chair, itemOnPage, members, vote, type AtItem } from '../support/panel.ts';
import { openTeams, type Answer, type Teams } from './support/teams.ts';

const conversation = {
  id: '19:panel@thread.tacv2;messageid=1795329476629',
  conversationType: 'channel',
  isGroup: true,
  name: 'Review panel',
  tenantId: 'tenant',
};
const entities = [{ type: 'mention', text: '<at>Common Ground</at>', mentioned: { id: '28:bot' } }];
const told = ({ body }: Answer) => (body as { readonly value: unknown }).value;

describe('the panel in its channel', () => {
  let house: House;
  const opened: Teams[] = [];
  const open = async (options: Partial<Parameters<typeof openTeams>[0]> = {}): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, ...options });
    opened.push(teams);
    return teams;
  };
  /** Says words to the bot in the channel and gives what it posts there. */
  const mention = async (teams: Teams, words: string, where: object = conversation) => {
    const before = teams.connector.sent.length;
    await teams.post({ text: `<at>Common Ground</at> ${words}`, entities, conversation: where });
    return teams.connector.sent.slice(before).map(({ activity }) => activity['text']);
  };
  const tapInChannel = async (
    teams: Teams,
    data: object,
    verb = 'ballot.cast',
    where: object = conversation,
  ) =>
    told(
      await teams.post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation: where,
        replyToId: 'message-1',
        value: { action: { type: 'Action.Execute', verb, data } },
      }),
    );
  /** The ballot as a card of the channel holds it, in the Playground's strings. */
  const ballot = (item: AtItem, direction: string, revision = 0) => ({
    ...item,
    direction,
    round: '1',
    revision: String(revision),
  });
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(async () => {
    for (const teams of opened.splice(0)) await teams.close();
    house.close();
  });

  it('D11 an officer makes it the panel’s own; what is kept is the channel, no thread and nobody’s name', async () => {
    const teams = await open({ person: people.officer });

    assert.deepEqual(await mention(teams, 'set up panel'), [
      'This channel now belongs to the review panel. Each item appears here when the chair opens it.',
    ]);

    const channel = await house.desk.backroom.channel('area:brookshire');
    assert.deepEqual(channel?.reference['conversation'], {
      id: '19:panel@thread.tacv2',
      conversationType: 'channel',
      isGroup: true,
      name: '',
      tenantId: 'tenant',
    });
    assert.equal(channel?.reference['user'], undefined);
    assert.doesNotMatch(JSON.stringify(channel?.reference), /Review panel|Someone/);
  });

  it('D11 refuses everybody else in one sentence, and never binds a group chat', async () => {
    const receptionist = await open({ person: people.receptionist });
    const officer = await open({ person: people.officer });

    const [refusal] = await mention(receptionist, 'set up panel');
    const group = { ...conversation, conversationType: 'groupChat' };

    assert.match(String(refusal), /not available to your role/);
    assert.deepEqual(await mention(officer, 'set up panel', group), [
      'Please talk to me in a chat of our own.',
    ]);
    assert.equal(await house.desk.backroom.channel('area:brookshire'), undefined);
  });

  it('D14 in demo mode one says there whom to be, without a name in the answer', async () => {
    const teams = await open({ demo: true, chatUser: '29:1demo' });

    const [first] = await mention(teams, 'set up panel');
    const [nobody] = await mention(teams, 'act as Nobody Atall');
    const [somebody] = await mention(teams, 'act as Daniel Reyes');
    const [bound] = await mention(teams, 'set up panel');

    assert.match(String(first), /Say who you are first/);
    assert.match(String(nobody), /nobody here with that name/);
    assert.equal(somebody, 'Done. In this demonstration you now act as the person you named.');
    assert.match(String(bound), /now belongs to the review panel/);
  });

  it('V4 a tap counts and says no direction; the card itself is left to the outbox', async () => {
    const item = await vote(house.desk);
    const teams = await open({ person: members.GP });

    const answer = await tapInChannel(teams, ballot(item, 'AGAINST'));

    assert.equal(answer, 'Your vote is counted. You can change it until the chair closes.');
    assert.equal((await itemOnPage(house.desk, members.GP, item)).mine, 'AGAINST');
    assert.deepEqual(teams.connector.sent, []);
  });

  it('D7 the same tap twice is one vote, and a tap from an older card changes nothing', async () => {
    const item = await vote(house.desk);
    const teams = await open({ person: members.GP });

    await tapInChannel(teams, ballot(item, 'FOR'));
    const { revision } = await itemOnPage(house.desk, members.GP, item);
    await tapInChannel(teams, ballot(item, 'FOR'));
    assert.equal((await itemOnPage(house.desk, members.GP, item)).revision, revision);
    await cast(house.desk, item, 'GP', 'AGAINST');
    const late = await tapInChannel(teams, ballot(item, 'ABSTAIN'));

    assert.match(String(late), /changed nothing/);
    assert.equal((await itemOnPage(house.desk, members.GP, item)).mine, 'AGAINST');
  });

  it('V4 someone without a seat is told so, and other verbs are sent to a chat of their own', async () => {
    const item = await vote(house.desk);
    const officer = await open({ person: people.officer });
    const gp = await open({ person: members.GP });
    const group = { ...conversation, conversationType: 'groupChat' };

    assert.match(String(await tapInChannel(officer, ballot(item, 'FOR'))), /not available to your role/);
    for (const [verb, where] of [
      ['item.castingVote.form', conversation],
      ['status', conversation],
      ['ballot.cast', group],
    ] as const) {
      const answer = await tapInChannel(gp, ballot(item, 'FOR'), verb, where);
      assert.equal(answer, 'Please talk to me in a chat of our own.');
    }
    assert.equal((await itemOnPage(house.desk, chair, item)).cast, 0);
  });

  it('D10 a client without Action.Execute votes too; the channel hears only of what went wrong', async () => {
    const item = await vote(house.desk);
    const teams = await open({ person: members.LAY });
    const submit = async (direction: string) => {
      const before = teams.connector.sent.length;
      await teams.post({ value: { verb: 'ballot.cast', ...ballot(item, direction) }, conversation });
      return teams.connector.sent.slice(before).map(({ activity }) => activity['text']);
    };

    assert.deepEqual(await submit('FOR'), []);
    assert.equal((await itemOnPage(house.desk, members.LAY, item)).mine, 'FOR');
    assert.match(String((await submit('SIDEWAYS'))[0]), /Choose For, Against or Abstain/);
  });

  it('D10 answers within its patience that it is still saving', async () => {
    const item = await vote(house.desk);
    const desk = { ...house.desk, perform: () => new Promise<never>(() => undefined) };
    const teams = await open({ desk, person: members.GP, patience: 5 });

    assert.match(String(await tapInChannel(teams, ballot(item, 'FOR'))), /^Still saving/);
  });

  it('a failure is one plain sentence, logged by ids', async () => {
    const item = await vote(house.desk);
    const desk = { ...house.desk, perform: () => Promise.reject(new Error('Helen Okafor')) };
    const teams = await open({ desk, person: members.GP });

    assert.match(String(await tapInChannel(teams, ballot(item, 'FOR'))), /went wrong/);
    assert.doesNotMatch(JSON.stringify(teams.logged), /Okafor/);
    assert.equal(teams.logged.length, 1);
  });

  it('§8.1 the gate finds nothing in any of it', async () => {
    const item = await vote(house.desk);
    const teams = await open({ person: members.GP });
    await mention(teams, 'set up panel');
    await tapInChannel(teams, ballot(item, 'FOR'));
    await tapInChannel(teams, ballot(item, 'SIDEWAYS'));

    assert.deepEqual(teams.breaches, []);
  });
});
