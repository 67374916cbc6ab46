import assert from 'node:assert/strict';
import type { Desk } from '../../bot/desk/desk.ts';
import { openHouse, people, type House } from '../support/house.ts';
import { buttonOf, buttonsOf, inputsOf, messageAt, nodesOf, textsOf, type Node } from './support/cards.ts';
import { openTeams, shownIn, type Teams } from './support/teams.ts';

/** What a receptionist fills in on the shortest report. */
const shortest = {
  incidentTypes: 'NONPHYS',
  location: 'SURGERY',
  incidentTime: '09:30',
  directedAt: 'STAFF:VERBAL,OTHER_PATIENT:VERBAL',
  personKind: 'REGISTERED',
  personName: 'Maurice Tindall',
  narrative: 'Leaned over the desk, shouted and would not leave when asked.',
  policeCalled: 'NO',
  fearForSafety: 'true',
};

async function mine(desk: Desk): Promise<readonly string[]> {
  const asked = await desk.ask(people.receptionist, { name: 'incident.mine', input: {} });
  return asked.answered ? asked.answer.rows.map(({ ref }) => ref) : [];
}

/** The form as a client fills and sends it. */
async function openForm(teams: Teams, typed: Readonly<Record<string, string>> = {}) {
  const form = (await teams.say('report')).at(-1);
  return { form, typed: { ...inputsOf(form), ...shortest, ...typed } };
}

const refOf = (card: unknown) => textsOf(card).find((text) => /^INC-\d{4}-\d{7}$/.test(text)) ?? '';

describe('reporting an incident in chat (journey 1)', () => {
  let house: House;
  let teams: Teams;
  before(async () => {
    house = await openHouse();
    teams = await openTeams({ desk: house.desk, person: people.receptionist });
    await teams.install();
  });
  after(async () => {
    await teams.close();
    house.close();
  });

  it('§2.1 opens one card with site, date and time filled in and no answer given for the person', async () => {
    const { form } = await openForm(teams);

    const inputs = inputsOf(form);
    assert.equal(inputs['site'], 'Millbrook Surgery, High Street');
    assert.equal(inputs['incidentDate'], '2027-01-11');
    assert.equal(inputs['incidentTime'], '10:00');
    const answered = Object.entries(inputs).filter(([, value]) => value !== '' && value !== 'false');
    assert.deepEqual(answered.map(([id]) => id).toSorted(), ['incidentDate', 'incidentTime', 'site']);
    assert.match(textsOf(form).join(' '), /not an alarm.*999/);
    assert.deepEqual(buttonsOf(form), ['Send report', 'Add more']);
  });

  it('I2 the form is replaced by a receipt with the reference, what happens next and by when', async () => {
    const { form, typed } = await openForm(teams);

    const receipt = await teams.press(form, 'Send report', typed);

    const ref = refOf(receipt);
    assert.ok((await mine(house.desk)).includes(ref));
    assert.match(textsOf(receipt).join(' '), /Thank you for telling us.*by Tuesday 12 January 2027/);
    assert.deepEqual(buttonsOf(receipt), ['My reports', 'Open in tab']);
    assert.equal(buttonOf(receipt, 'Open in tab')['url'], `http://127.0.0.1:3978/tab/#/incidents/${ref}`);
    const edit = await teams.connector.nextEdit();
    assert.equal(edit.message, 'message-1');
    assert.deepEqual(
      shownIn(edit.activity),
      receipt,
      'the message itself shows the same on every other device',
    );
  });

  it('D7 a second tap, and a re-delivery with a new activity id, show the same receipt and make no second report', async () => {
    const { form, typed } = await openForm(teams);
    const before = (await mine(house.desk)).length;

    const [first, second] = await Promise.all([
      teams.press(form, 'Send report', typed),
      teams.press(form, 'Send report', typed),
    ]);
    const third = await teams.press(form, 'Send report', { ...typed, narrative: '' });

    assert.notEqual(refOf(first), '');
    assert.deepEqual(second, first);
    assert.deepEqual(third, first);
    assert.equal((await mine(house.desk)).length, before + 1);
    await Promise.all([1, 2, 3].map(async () => teams.connector.nextEdit()));
  });

  it('D9 a wrong form comes back filled in, with each message at its field, and can then be sent', async () => {
    const { form, typed } = await openForm(teams, {
      narrative: 'too short',
      personNhsNumber: '999 000 0019',
      damageCost: 'a lot',
      policeCalled: '',
    });
    const before = (await mine(house.desk)).length;

    const again = await teams.press(form, 'Send report', typed);

    assert.match(String(messageAt(again, 'narrative')), /at least 10 characters/);
    assert.match(String(messageAt(again, 'policeCalled')), /police/);
    assert.match(String(messageAt(again, 'damageCost')), /in pounds/);
    // What only the policy can judge is said in the same round as what is missing.
    assert.match(String(messageAt(again, 'personNhsNumber')), /not an NHS number/);
    assert.equal(messageAt(again, 'location'), undefined);
    assert.match(textsOf(again).join(' '), /4 answers need a change. Nothing you typed is lost./);
    assert.deepEqual(inputsOf(again), { ...inputsOf(form), ...typed });
    assert.equal(nodesOf(again).find((node) => node['id'] === 'more')?.['isVisible'], true);
    assert.deepEqual(buttonOf(again, 'Send report')['data'], buttonOf(form, 'Send report')['data']);
    assert.equal((await mine(house.desk)).length, before);

    const sent = await teams.press(again, 'Send report', {
      ...typed,
      narrative: shortest.narrative,
      damageCost: '£1,200.50',
      personNhsNumber: '',
      policeCalled: 'NOT_YET',
    });

    assert.notEqual(refOf(sent), '');
    await teams.connector.nextEdit();
  });

  it('§2.1 what only the policy can judge comes back at its field too', async () => {
    const { form, typed } = await openForm(teams, { incidentTime: '10:30', location: 'OTHER' });

    const again = await teams.press(form, 'Send report', typed);

    assert.match(String(messageAt(again, 'incidentTime')), /still to come/);
    assert.match(String(messageAt(again, 'locationOther')), /Say where it happened/);
    assert.equal(nodesOf(again).find((node) => node['id'] === 'more')?.['isVisible'], false);
  });

  it('W-08 a number in the text asks why it must stay, and the reason lets it through', async () => {
    const { form, typed } = await openForm(teams, { narrative: 'He said he was 999 000 0026 and shouted.' });

    const asks = await teams.press(form, 'Send report', typed);

    assert.match(String(messageAt(asks, 'narrative')), /NHS number/);
    assert.ok('reasonW08' in inputsOf(asks));
    const tooShort = await teams.press(asks, 'Send report', { ...inputsOf(asks), reasonW08: 'no' });
    assert.match(String(messageAt(tooShort, 'reasonW08')), /at least 10 characters/);
    const receipt = await teams.press(asks, 'Send report', {
      ...inputsOf(asks),
      reasonW08: 'It is the number he shouted himself.',
    });
    assert.notEqual(refOf(receipt), '');
    await teams.connector.nextEdit();
  });

  it('§2.1 a warning that needs no reason is told on the receipt', async () => {
    const { form, typed } = await openForm(teams, { personName: '' });

    const receipt = await teams.press(form, 'Send report', typed);

    assert.match(textsOf(receipt).join(' '), /You did not name the person/);
    await teams.connector.nextEdit();
  });

  it('D10 a client without Action.Execute gets the same by edits of the message', async () => {
    const { form, typed } = await openForm(teams, { narrative: '' });

    const [again, ...nothingElse] = await teams.pressOld(form, 'Send report', typed);
    const [receipt] = await teams.pressOld(again, 'Send report', { ...typed, narrative: shortest.narrative });
    const [same] = await teams.pressOld(again, 'Send report', typed);

    assert.match(String(messageAt(again, 'narrative')), /Say in a few words/);
    assert.deepEqual(nothingElse, []);
    assert.notEqual(refOf(receipt), '');
    assert.deepEqual(same, receipt);
    const edits = await Promise.all([1, 2, 3].map(async () => teams.connector.nextEdit()));
    assert.deepEqual(
      edits.map(({ message }) => message),
      ['message-1', 'message-1', 'message-1'],
    );
  });

  it('a message that cannot be edited gets a new one below it', async () => {
    const { form, typed } = await openForm(teams);
    teams.connector.refuse('PUT', 404);

    const shown = await teams.pressOld(form, 'Send report', typed);

    teams.connector.refuse('PUT', 200);
    assert.notEqual(refOf(shown.at(-1)), '');
    assert.deepEqual(teams.connector.sent.at(-1)?.method, 'POST');
  });

  it('reports for a colleague with everything there is behind "Add more"', async () => {
    const { form, typed } = await openForm(teams, {
      location: 'OTHER',
      locationOther: 'At the bus stop',
      onBehalfOf: 'Tom Asher',
      personBirthDate: '1971-03-04',
      accompaniedPatient: 'His mother',
      fearForSafetyWho: 'Both of us',
      peopleAffected: 'Tom Asher',
      witnesses: 'Two patients',
      helpCame: 'COLLEAGUE',
      helpMinutes: '2',
      damageCost: '12.5',
      prejudiceBased: 'RACE,AGE',
      staffSupportWanted: 'true',
    });

    const ref = refOf(await teams.press(form, 'Send report', typed));

    const page = await house.desk.ask(people.manager, { name: 'incident.page', input: { ref } });
    assert.ok(page.answered);
    const facts = Object.fromEntries(page.answer.facts.map(({ label, value }) => [label, value]));
    assert.equal(facts['Where'], 'At the bus stop');
    assert.equal(facts['Who came to help'], 'A colleague after 2 minutes');
    assert.equal(facts['Damage'], '£12.50');
    assert.equal(facts['Prejudice'], 'Race, Age');
    assert.equal(facts['Support wanted'], 'Yes');
    assert.ok(page.answer.people?.some(({ label, value }) => label === 'For' && value === 'Tom Asher'));
    await teams.connector.nextEdit();
  });

  it('more than a card can hold is refused in words, and the form is left as it is', async () => {
    const { form, typed } = await openForm(teams, { narrative: 'word '.repeat(20_000) });
    const before = teams.connector.sent.length;

    const told = await teams.press(form, 'Send report', typed);
    const [beside] = await teams.pressOld(form, 'Send report', typed);

    assert.match(String(told), /^Nothing was sent: .* Shorten this to 4,000 characters or fewer\.$/);
    assert.deepEqual(textsOf(beside), [told]);
    assert.deepEqual(
      teams.connector.sent.slice(before).map(({ method }) => method),
      ['POST'],
    );
  });

  it('§8.1 neither the notification nor any log or gate report speaks of what was typed', async () => {
    const { form, typed } = await openForm(teams, { narrative: '' });

    await teams.pressOld(form, 'Send report', typed);

    const { activity } = await teams.connector.nextEdit();
    assert.equal(activity['summary'], 'Your answer is here.');
    assert.deepEqual(teams.breaches, []);
    assert.deepEqual(
      teams.logged.map((line) => (line as Node)['event']),
      [],
    );
  });
});
