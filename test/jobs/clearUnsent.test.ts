import assert from 'node:assert/strict';
import { directory } from '../../bot/desk/office.ts';
import { drain } from '../../bot/jobs/drain.ts';
import { inputsOf, messageAt } from '../chat/support/cards.ts';
import { openTeams, type Teams } from '../chat/support/teams.ts';
import { people } from '../support/house.ts';
import { openShop, type Shop } from './shop.ts';

const always = async () => true;

/** What a receptionist fills in on the shortest report. */
const shortest = {
  incidentTypes: 'NONPHYS',
  location: 'SURGERY',
  incidentTime: '09:30',
  directedAt: 'STAFF:VERBAL',
  personKind: 'REGISTERED',
  personName: 'Maurice Tindall',
  narrative: 'Leaned over the desk, shouted and would not leave when asked.',
  policeCalled: 'NO',
  fearForSafety: 'true',
};

describe('D9 what was typed and not sent', () => {
  let shop: Shop;
  let teams: Teams;
  beforeEach(async () => {
    shop = await openShop();
    teams = await openTeams({ desk: shop.house.desk, person: people.receptionist });
    await teams.install();
  });
  afterEach(async () => {
    await teams.close();
    shop.close();
  });

  /** 10:00 in London, and so many minutes; the clock goes on from there. */
  const at = (minutes: number) =>
    shop.setClock(Temporal.Instant.from('2027-01-11T10:00:00Z').add({ minutes }).toString());
  /** Another process than the one that answered: it knows what the store knows. */
  const afterRestart = (changes: Partial<Shop['work']> = {}) =>
    drain({ ...shop.workWith(shop.house.office.records), ...changes }, directory, always);
  const cleared = () => shop.sent.map(({ act, activity }) => [act, activity]);
  const refused = async () => {
    const form = (await teams.say('report')).at(-1);
    const typed = { ...inputsOf(form), ...shortest };
    const [again] = await teams.pressOld(form, 'Send report', { ...typed, narrative: '' });
    assert.match(String(messageAt(again, 'narrative')), /Say in a few words/);
    return { again, typed };
  };

  it('is cleared out of the chat 15 minutes later, once, whoever is at work by then', async () => {
    await refused();

    at(14);
    await afterRestart();
    const early = cleared();
    at(16);
    await afterRestart();
    await afterRestart();

    assert.deepEqual(early, []);
    assert.deepEqual(cleared(), [['edit', 'message-1']]);
  });

  it('is left alone once the form has been sent', async () => {
    const { again, typed } = await refused();

    at(14);
    await teams.pressOld(again, 'Send report', typed);
    at(60);
    await afterRestart();

    assert.deepEqual(cleared(), []);
    assert.deepEqual(await shop.work.backroom.outboxDue(directory), []);
  });

  it('has its 15 minutes again when the form is refused again', async () => {
    const { again, typed } = await refused();

    at(10);
    await teams.pressOld(again, 'Send report', { ...typed, narrative: '' });
    at(24);
    await afterRestart();
    const early = cleared();
    at(26);
    await afterRestart();

    assert.deepEqual(early, []);
    assert.deepEqual(cleared(), [['edit', 'message-1']]);
  });

  it('is left alone when the form is refused again while the work is at hand', async () => {
    const { again, typed } = await refused();
    at(16);
    const { backroom } = shop.work;
    const meanwhile: typeof backroom = {
      ...backroom,
      async outboxDue(scope) {
        const due = await backroom.outboxDue(scope);
        if (due.length > 0) await teams.pressOld(again, 'Send report', { ...typed, narrative: '' });
        return due;
      },
    };

    await afterRestart({ backroom: meanwhile });

    assert.deepEqual(cleared(), []);
    at(32);
    await afterRestart();
    assert.deepEqual(cleared(), [['edit', 'message-1']]);
  });

  it('is cleared out of the new message where the old one could not be edited', async () => {
    teams.connector.refuse('PUT', 404);
    await refused();

    at(16);
    await afterRestart();

    const newest = `message-${teams.connector.sent.length}`;
    assert.deepEqual(new Set(shop.sent.map(({ activity }) => activity)), new Set(['message-1', newest]));
  });

  it('is tried again when Teams is busy or does not answer, and given up when the message is gone', async () => {
    await refused();
    at(16);
    shop.answers.push('busy', new TypeError('no'), 'unreachable');

    await afterRestart();
    at(17);
    await afterRestart();
    at(20);
    await afterRestart();
    at(90);
    await afterRestart();

    assert.deepEqual(shop.answers, []);
    assert.deepEqual(cleared(), []);
    assert.deepEqual(await shop.work.backroom.outboxDue(directory), []);
  });

  it('says nothing of a person in the outbox', async () => {
    await refused();
    at(16);

    const rows = await shop.work.backroom.outboxDue(directory);

    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows), /Tindall|Leaned/);
  });

  it('only the bot may ask for it', async () => {
    const input = { reference: {}, message: 'message-1', form: 'form-of-rosa' };
    const command = { id: 'clear-it-now', name: 'self.clearLater', input };

    const byClient = await shop.house.desk.perform(people.receptionist, command);

    assert(!byClient.done);
    assert.equal(byClient.refusal.code, 'unknown');
  });
});
