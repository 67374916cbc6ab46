import assert from 'node:assert/strict';
import type { Person } from '../../bot/desk/caller.ts';
import { makeReference } from '../../bot/domain/references.ts';
import { openHouse, people, type House } from '../support/house.ts';
import { carryOutEffects, placed } from '../support/placements.ts';
import { buttonOf, buttonsOf, inputsOf, textsOf } from './support/cards.ts';
import { openTeams, type Teams } from './support/teams.ts';

describe('the scheme practice in chat', () => {
  let house: House;
  let teams: Teams;
  let placement: Awaited<ReturnType<typeof placed>>;
  before(async () => {
    house = await openHouse();
    teams = await openTeams({ desk: house.desk, person: people.schemeGp });
    await teams.install();
    placement = await placed(house.desk);
  });
  after(async () => {
    await teams.close();
    house.close();
  });

  const statusFor = async (person: Person, ref: string) => {
    const other = await openTeams({ desk: house.desk, person });
    const said = await other.say(`status ${ref}`);
    await other.close();
    return said.at(-1);
  };

  it('§1.2 a scheme GP is offered "refer", and help names it', async () => {
    const [help] = await teams.say('help');

    assert.match(textsOf(help).join(' '), /refer.*Refer a patient to the behaviour programme/);
  });

  it('G2 the form asks for the scheme reference beside the grounds, says there what is wrong, and sends', async () => {
    const form = (await teams.say('refer')).at(-1);
    const { patientFirstName, patientLastName, nhsNumber } = placement.form;
    const typed = {
      ...inputsOf(form),
      ground: 'G2',
      agreementConfirmed: 'true',
      agreementDate: '2027-01-11',
      agreementHow: 'FACE_TO_FACE',
      patientFirstName,
      patientLastName,
      nhsNumber,
      patientPhone: '07700 900 161',
      interpreter: 'NO',
      accessNeeds: 'NONE',
      digitalAccess: 'PHONE',
      knownRisks: 'None known',
    };

    const asks = await teams.press(form, 'Send referral', typed);
    const wrong = await teams.press(asks, 'Send referral', {
      ...typed,
      groundDetail: 'PLC-2027-0000000',
    });
    const sent = await teams.press(wrong, 'Send referral', {
      ...typed,
      groundDetail: placement.ref.toLowerCase().replaceAll('-', ' '),
    });
    await carryOutEffects(house.desk);

    assert.match(textsOf(asks).join(' '), /Give the reference of the patient's placement/);
    assert.match(textsOf(wrong).join(' '), /There is no placement of this patient/);
    assert.ok(textsOf(sent).some((text) => text.startsWith('REF-')));
    const page = await house.desk.ask(people.officer, {
      name: 'placement.page',
      input: { ref: placement.ref },
    });
    assert.equal(page.answered && page.answer.rehabOffer.stage, 'OFFERED');
  });

  it('§8.1 a status holds reference, state and dates, and leads to the page', async () => {
    const [status] = await teams.say(`status ${placement.ref}`);

    assert.match(textsOf(status).join(' '), /On the scheme since: Monday 11 January 2027/);
    assert.deepEqual(buttonsOf(status), ['Open in tab']);
    assert.equal(
      buttonOf(status, 'Open in tab')['url'],
      `http://127.0.0.1:3978/tab/#/placements/${placement.ref}`,
    );
    assert.doesNotMatch(JSON.stringify(status), /Desmond|Arkwright|900161|neighbouring/);
    assert.deepEqual(teams.breaches, []);
  });

  it('§1.2 the programme reads that the patient is or was on the scheme, once it has a referral, and no more', async () => {
    const status = await statusFor(people.coordinator, placement.ref);

    assert.match(textsOf(status).join(' '), /This patient is or was on the scheme\./);
    assert.doesNotMatch(JSON.stringify(status), /to be reviewed|January/);
  });

  it('whoever may not know is told the same of a placement as of none', async () => {
    const [real, invented] = [
      await statusFor(people.manager, placement.ref),
      await statusFor(people.manager, makeReference('PLC', 2027, 1)),
    ];

    assert.match(textsOf(real).join(' '), /not available to your role/);
    assert.deepEqual(textsOf(invented).slice(0, 1), textsOf(real).slice(0, 1));
  });
});
