import assert from 'node:assert/strict';
import { theSystem } from '../../bot/desk/caller.ts';
import { newId, openHouse, people, type House } from '../support/house.ts';
import { buttonsOf, textsOf } from './support/cards.ts';
import { openTeams, type Teams } from './support/teams.ts';

const words = (cards: readonly unknown[]) => cards.map((card) => textsOf(card).join(' '));

describe('being greeted and understood in chat', () => {
  let house: House;
  const opened: Teams[] = [];
  const open = async (options: Partial<Parameters<typeof openTeams>[0]>): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, ...options });
    opened.push(teams);
    return teams;
  };
  const conversationOf = async (person: string) =>
    house.store.records.read('directory', `conversation:${person}`, 'conversation');
  before(async () => {
    house = await openHouse();
  });
  after(async () => {
    for (const teams of opened) await teams.close();
    house.close();
  });

  it('says hello once: who it is, what it is not, and what this role can do', async () => {
    const teams = await open({ person: people.receptionist });

    const [hello] = await teams.install();
    const reinstalled = await teams.install();
    const joined = await teams.post({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    const restarted = await open({ person: people.receptionist });
    const afterRestart = await restarted.install();

    assert.match(words([hello])[0] ?? '', /Hello Rosa Bell.*I am Common Ground.*not an alarm.*999/);
    assert.deepEqual(buttonsOf(hello), ['Report', 'My reports', 'Inbox']);
    assert.deepEqual([reinstalled, afterRestart], [[], []]);
    assert.equal(joined.status, 200);
    assert.equal(teams.connector.sent.length, 1);
  });

  for (const [who, says, not] of [
    ['otherManager', /I take reports of violence/, /programme|panel|session/],
    ['coordinator', /when a referral to the programme arrives/, /I take reports/],
    ['otherTrainer', /when you have a session/, /I take reports/],
    ['lay', /when the review panel meets/, /I take reports/],
  ] as const) {
    it(`the first hello says what it does for this role: ${who}`, async () => {
      const teams = await openTeams({ desk: house.desk, person: people[who] });

      const [hello] = await teams.install();

      await teams.close();
      assert.match(words([hello])[0] ?? '', says);
      assert.doesNotMatch(words([hello])[0] ?? '', not);
    });
  }

  it('greets a person whose first turn is a word, and still answers it', async () => {
    const teams = await open({ person: people.colleague });

    const first = await teams.say('report');
    const second = await teams.say('hi');

    assert.match(words(first)[0] ?? '', /Hello Tom Asher/);
    assert.match(words(first)[1] ?? '', /Report an incident/);
    assert.deepEqual(words(second), ['Hello Tom Asher. What can I do for you?']);
  });

  it('D11 keeps how to write to the person, and writes it again only when it changed', async () => {
    const teams = await open({ person: people.gp });

    await teams.say('hello');
    const first = await conversationOf('person-104');
    await teams.say('help');
    const unchanged = await conversationOf('person-104');
    await teams.post({ text: 'help', conversation: { id: 'a:moved', conversationType: 'personal' } });
    const moved = await conversationOf('person-104');

    assert.deepEqual(first?.row.reference['conversation'], {
      id: 'a:chat',
      conversationType: 'personal',
      tenantId: 'tenant',
    });
    assert.doesNotMatch(JSON.stringify(first?.row.reference), /Someone/);
    assert.equal(unchanged?.etag, first?.etag);
    assert.deepEqual(moved?.row.reference['conversation'], { id: 'a:moved', conversationType: 'personal' });
    assert.equal(moved?.row.welcomedAt, first?.row.welcomedAt);
  });

  it('does not understand, and offers what the role can do', async () => {
    const expected: readonly (readonly [keyof typeof people, readonly string[]])[] = [
      ['receptionist', ['Report', 'My reports', 'Inbox', 'Help']],
      ['manager', ['Inbox', 'Report', 'Refer', 'Due']],
      ['officer', ['Inbox', 'Due', 'Next panel', 'Help']],
      ['administrator', ['Inbox', 'Help']],
    ];
    for (const [who, buttons] of expected) {
      const teams = await open({ person: people[who] });
      await teams.install();

      const [reply] = await teams.say('he shouted at me');

      assert.deepEqual(words([reply]), ['I did not understand that. You can say:']);
      assert.deepEqual(buttonsOf(reply), buttons, who);
    }
  });

  it('answers help and thanks in kind, and a mistyped reference with its way out', async () => {
    const teams = await open({ person: people.receptionist });
    await teams.install();

    const [help] = await teams.say('Help!');
    const [thanks] = await teams.say('thank you');
    const [mistyped] = await teams.say('status INC-2027-4839273');
    const [status] = await teams.say('status');

    assert.match(words([help])[0] ?? '', /999.*report: Tell us what happened\..*help: See this list\./);
    assert.doesNotMatch(words([help])[0] ?? '', /link and/);
    assert.deepEqual(words([thanks]), ['You are welcome.']);
    assert.match(words([mistyped])[0] ?? '', /has a mistake in it\. Check its numbers/);
    assert.match(words([status])[0] ?? '', /Say "status" and the reference/);
  });

  it('D13 someone the directory does not know is told whom to ask', async () => {
    const stranger = await open({ person: { person: 'person-unknown' } });
    const nobody = await open({ identify: async () => undefined, chatUser: '29:nobody' });
    const plain = await open({
      person: { person: 'person-unknown' },
      desk: { ...house.desk, demo: undefined },
    });

    const inDemo = await stranger.say('report');
    const unsaid = await nobody.tap('incident.report', { id: newId() });
    const inProduction = await plain.say('report');

    assert.match(words(inDemo).join(' '), /act as/);
    assert.match(words([unsaid]).join(' '), /Choose who you are/);
    assert.deepEqual(words(inProduction), [
      'You are not in the directory yet. Ask your administrator to add you.',
    ]);
  });

  it('a person without any role is told so', async () => {
    const input = { person: 'person-999', name: 'Vera Quill', grants: [] };
    await house.desk.perform(theSystem, { id: newId(), name: 'directory.putPerson', input });
    const teams = await open({ person: { person: 'person-999' } });

    assert.match(
      words(await teams.say('hello')).join(' '),
      /^You have no role today\. Ask your administrator/,
    );
  });

  it('in a channel or group answers a mention only, and keeps nothing', async () => {
    const teams = await open({ person: people.manager });
    const entities = [{ type: 'mention', text: '<at>Common Ground</at>', mentioned: { id: '28:bot' } }];
    for (const conversationType of ['channel', 'groupChat']) {
      const conversation = { id: `19:${conversationType}`, conversationType, isGroup: true };
      await teams.post({ text: 'report', conversation });
      await teams.post({ type: 'installationUpdate', action: 'add', conversation });
      assert.equal(teams.connector.sent.length, 0);

      await teams.post({ text: '<at>Common Ground</at> report', entities, conversation });
      const tapped = await teams.post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation,
        value: { action: { type: 'Action.Execute', verb: 'incident.takeIntoReview', data: {} } },
      });

      const sent = teams.connector.sent.splice(0).map(({ activity }) => activity['text']);
      assert.deepEqual(sent, ['Please talk to me in a chat of our own.']);
      assert.match(JSON.stringify(tapped.body), /chat of our own/);
    }
    const stored = await conversationOf('person-103');
    assert.notEqual(stored?.row.reference['conversation'], undefined);
    assert.doesNotMatch(JSON.stringify(stored?.row.reference), /19:/);
  });

  it('D14 in demo mode a chat user chooses who to be, and every card says who that is', async () => {
    const teams = await open({ demo: true, chatUser: '29:1demo' });

    const [choose] = await teams.say('report');
    const [nobody] = await teams.say('act as Nobody Atall');
    const first = await teams.say('act as ben whitlow');
    const [form] = await teams.say('report');
    const [second] = await teams.say('act as Ben');
    const [changed] = await teams.say('act as Kezia');
    const [notNow] = await teams.say('report');

    assert.match(words([choose])[0] ?? '', /Choose who you are.*Rosa Bell.*Sam Tully/);
    assert.match(words([nobody])[0] ?? '', /nobody here called "Nobody Atall"/);
    assert.match(words(first)[0] ?? '', /Hello Ben Whitlow.*You are acting as Ben Whitlow\.$/);
    assert.equal(first.length, 1);
    assert.match(words([form])[0] ?? '', /Harbour Lane Practice.*You are acting as Ben Whitlow\.$/);
    assert.match(words([second])[0] ?? '', /You are now Ben Whitlow: Practice staff, Harbour Lane Practice/);
    assert.match(words([changed])[0] ?? '', /Hello Kezia Boateng/);
    assert.match(words([notNow])[0] ?? '', /not available to your role\. You are acting as Kezia Boateng\.$/);
  });

  it('D14 the buttons of the choice act as the person they name', async () => {
    const teams = await open({ demo: true, chatUser: '29:1buttons' });
    const [choose] = await teams.say('hello');

    const [hello] = await teams.pressOld(choose, 'Helen Okafor');

    assert.match(words([hello])[0] ?? '', /acting as Helen Okafor/);
  });
});
