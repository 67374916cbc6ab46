import assert from 'node:assert/strict';
import { openHouse, people, type House } from '../support/house.ts';
import { fileReferral, nextNhsNumber } from '../support/referrals.ts';
import { buttonOf, buttonsOf, inputsOf, messageAt, nodesOf, textsOf } from './support/cards.ts';
import { openTeams, shownIn, type Teams } from './support/teams.ts';

/** What a manager fills in on the shortest referral. */
const shortest = {
  ground: 'G1',
  warningLetterDate: '2026-12-01',
  agreementConfirmed: 'true',
  agreementDate: '2027-01-08',
  agreementHow: 'PHONE',
  patientFirstName: 'Maurice',
  patientLastName: 'Loxley',
  patientPhone: '07700 900 123',
  nhsNumber: '999 000 0107',
  interpreter: 'NO',
  accessNeeds: 'HEARING,QUIET_PLACE',
  digitalAccess: 'COMPUTER',
  knownRisks: 'None known',
  referrerPhone: '01632 960 100',
  referrerEmail: 'manager@millbrook.nhs.uk',
};

const refOf = (card: unknown) => textsOf(card).find((text) => /^REF-\d{4}-\d{7}$/.test(text)) ?? '';

describe('referring a patient in chat (journey 2)', () => {
  let house: House;
  let teams: Teams;
  before(async () => {
    house = await openHouse();
    teams = await openTeams({ desk: house.desk, person: people.manager });
    await teams.install();
  });
  after(async () => {
    await teams.close();
    house.close();
  });

  const openForm = async (typed: Readonly<Record<string, string>> = {}) => {
    const form = (await teams.say('refer')).at(-1);
    return { form, typed: { ...inputsOf(form), ...shortest, ...typed } };
  };
  const mine = async () => {
    const asked = await house.desk.ask(people.manager, { name: 'referral.mine', input: {} });
    return asked.answered ? asked.answer.rows.map(({ ref }) => ref) : [];
  };

  it('§2.7 opens one card that answers nothing for the person, and says the programme is voluntary', async () => {
    const { form } = await openForm();

    const contact = ['referrerPhone', 'referrerEmail'];
    const answered = Object.entries(inputsOf(form)).filter(
      ([id, value]) => value !== '' && value !== 'false' && !contact.includes(id),
    );
    assert.deepEqual(answered, []);
    assert.match(textsOf(form).join(' '), /Millbrook Surgery to Steady Ground.*patient's own choice/);
    assert.deepEqual(buttonsOf(form), ['Send referral', 'Add more']);
  });

  it('HS-08 without the patient’s agreement it comes back filled in, with the sentence at the tick', async () => {
    const { form, typed } = await openForm({ agreementConfirmed: 'false' });
    const before = (await mine()).length;

    const again = await teams.press(form, 'Send referral', typed);

    assert.match(String(messageAt(again, 'agreementConfirmed')), /The programme is voluntary/);
    assert.equal(inputsOf(again)['patientLastName'], 'Loxley');
    assert.equal(inputsOf(again)['accessNeeds'], 'HEARING,QUIET_PLACE');
    assert.deepEqual(buttonOf(again, 'Send referral')['data'], buttonOf(form, 'Send referral')['data']);
    assert.equal((await mine()).length, before);
  });

  it('everything that needs a change is said in one round, the agreement with the rest, at the top and above Send', async () => {
    const { form, typed } = await openForm({
      agreementConfirmed: 'false',
      patientFirstName: '',
      patientPhone: '60777',
      nhsNumber: '999 000 0108',
    });

    const again = await teams.press(form, 'Send referral', typed);

    for (const field of ['agreementConfirmed', 'patientFirstName', 'patientPhone', 'nhsNumber'])
      assert.notEqual(messageAt(again, field), undefined, field);
    const said = textsOf(again).filter(
      (text) => text === '4 answers need a change. Nothing you typed is lost.',
    );
    assert.equal(said.length, 2);
    assert.equal(textsOf(again).at(-1), said[0]);
  });

  it('HS-09 a refusal that belongs to no field stands above Send too, with the way to the open referral', async () => {
    const nhsNumber = nextNhsNumber();
    const ref = await fileReferral(house.desk, { nhsNumber });
    const { form, typed } = await openForm({ nhsNumber });

    const again = await teams.press(form, 'Send referral', typed);

    assert.match(String(textsOf(again).at(-1)), new RegExp(`already has an open referral .*: ${ref}`));
    assert.equal(inputsOf(again)['patientLastName'], 'Loxley');
  });

  for (const [ground, asked] of [
    ['G2', /reference of the patient's placement/],
    ['G3', /Say in a sentence why/],
  ] as const) {
    it(`${ground} asks for what it needs beside the grounds, and what is typed there reaches the desk`, async () => {
      const { form, typed } = await openForm({ ground, warningLetterDate: '', nhsNumber: nextNhsNumber() });

      const again = await teams.press(form, 'Send referral', typed);
      const groundDetail = ground === 'G2' ? 'PLC-2027-0000001' : 'Twice at each of two practices since May.';
      const filled = await teams.press(again, 'Send referral', { ...typed, groundDetail });

      assert.match(String(messageAt(again, 'groundDetail')), asked);
      assert.equal(nodesOf(again).find((node) => node['id'] === 'more')?.['isVisible'], false);
      if (ground === 'G2')
        assert.match(String(messageAt(filled, 'groundDetail')), /no placement of this patient/);
      else {
        assert.match(refOf(filled), /^REF-/);
        await teams.connector.nextEdit();
      }
    });
  }

  it('§2.7 each missing answer is asked for at its field, also behind "Add more"', async () => {
    const { form, typed } = await openForm({
      patientFirstName: '',
      accessNeeds: '',
      interpreter: 'YES',
      patientPhone: '60777',
    });

    const empty = await teams.press(form, 'Send referral', typed);
    const again = await teams.press(empty, 'Send referral', {
      ...typed,
      patientFirstName: 'Maurice',
      accessNeeds: 'NONE',
    });

    assert.match(String(messageAt(empty, 'patientFirstName')), /Give the patient's first name/);
    assert.match(String(messageAt(empty, 'accessNeeds')), /or "None"/);
    assert.match(String(messageAt(again, 'patientPhone')), /short number/);
    assert.notEqual(messageAt(again, 'interpreterLanguage'), undefined);
    assert.equal(nodesOf(again).find((node) => node['id'] === 'more')?.['isVisible'], true);
  });

  it('W-09 an e-mail address that is not secure asks why, and the reason lets it through; a second tap acts once', async () => {
    const { form, typed } = await openForm({ referrerEmail: 'manager@example.com' });
    const before = await mine();

    const asks = await teams.press(form, 'Send referral', typed);
    assert.match(String(messageAt(asks, 'referrerEmail')), /not on the list of secure e-mail/);
    assert.ok('reasonW09' in inputsOf(asks));
    assert.ok(!('reasonW08' in inputsOf(asks)));
    const sent = { ...inputsOf(asks), reasonW09: 'Our nhs.net address is being moved this week.' };
    const [first, second] = await Promise.all([
      teams.press(asks, 'Send referral', sent),
      teams.press(asks, 'Send referral', sent),
    ]);

    const ref = refOf(first);
    assert.match(ref, /^REF-/);
    assert.deepEqual(second, first);
    assert.deepEqual(
      (await mine()).filter((known) => !before.includes(known)),
      [ref],
    );
    assert.deepEqual(buttonsOf(first), ['My referrals', 'Open in tab']);
    assert.equal(buttonOf(first, 'Open in tab')['url'], `http://127.0.0.1:3978/tab/#/referrals/${ref}`);
    const edits = await Promise.all([teams.connector.nextEdit(), teams.connector.nextEdit()]);
    for (const edit of edits) assert.deepEqual(shownIn(edit.activity), first);
  });

  it('§8.1 receipt, list and status hold the reference, the state and dates, nothing of the patient', async () => {
    const [ref = ''] = await mine();

    const [list] = await teams.say('my referrals');
    const [status] = await teams.say(`status ${ref}`);
    const opened = await teams.tap('status', { ref });

    assert.match(textsOf(list).join(' '), /My referrals.*Those of your practice, newest first\. Sent\./);
    assert.ok(buttonsOf(list).includes(ref));
    assert.deepEqual(buttonsOf(list).slice(0, 2), ['Refer', 'Open in tab']);
    assert.match(textsOf(status).join(' '), /Sent\. The referral has arrived.*Sessions attended: 0 of 2/);
    assert.deepEqual(opened, status);
    for (const card of [list, status]) assert.doesNotMatch(JSON.stringify(card), /Loxley|Maurice|900123/);
    assert.deepEqual(teams.breaches, []);
  });

  it('§1.2 whoever may not refer is told no more than that', async () => {
    const receptionist = await openTeams({ desk: house.desk, person: people.receptionist });
    await receptionist.install();

    const [refused] = await receptionist.say('refer');

    assert.match(textsOf(refused).join(' '), /not available to your role/);
    await receptionist.close();
  });

  it('§1.2 a trainer is led to their own sessions, whether or not the referral exists', async () => {
    const trainer = await openTeams({ desk: house.desk, person: people.trainer });
    await trainer.install();
    const [known = ''] = await mine();

    const shown = [];
    for (const ref of [known, 'REF-2027-0000000']) shown.push(await trainer.tap('status', { ref }));

    assert.match(textsOf(shown[0]).join(' '), /Your sessions.*in the tab/);
    assert.deepEqual(shown[1], shown[0]);
    assert.equal(buttonOf(shown[0], 'Open in tab')['url'], 'http://127.0.0.1:3978/tab/#/');
    await trainer.close();
    const coordinator = await openTeams({ desk: house.desk, person: people.coordinator });
    const refused = await coordinator.tap('status', { ref: 'REF-2027-0000000' });
    assert.match(String(refused), /not available to your role/);
    await coordinator.close();
  });
});
