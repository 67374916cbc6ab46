import assert from 'node:assert/strict';
import { people } from '../support/house.ts';
import { carryOutEffects, placed } from '../support/placements.ts';
import { must } from '../support/referrals.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { visit } from './support/visit.ts';

describe('a placement in the tab', () => {
  const here = appInBrowser();

  it('P1 the Primary Care Team opens one: what is wrong comes back at its field, then there is a receipt', async () => {
    const { page, errors, commands, close } = await visit(here, { as: people.officer, at: '/placements' });
    await page.getByRole('link', { name: 'Open a placement' }).click();
    await page.getByRole('button', { name: 'Open placement' }).click();
    await page.getByText("Give the patient's first name.").waitFor();
    await page.getByLabel('First name').fill('Vera');
    await page.getByLabel('Last name').fill('Stanyon');
    await page.getByLabel('Date of birth').fill('2012-04-05');
    await page.getByLabel('Ground').selectOption({ index: 2 });
    await page.getByLabel('Evidence').fill('Letter of the neighbouring area of last week.');
    await page.getByLabel('Millbrook Surgery').check();
    await page.getByRole('button', { name: 'Open placement' }).click();
    await page.getByText('If it really is not known, say why below.').waitFor();
    await page.getByLabel('If it is not known, why?').fill('Came from abroad.');
    await page.getByRole('button', { name: 'Open placement' }).click();
    await page.getByText('Speak to your safeguarding lead').waitFor();
    await page.getByLabel('Reason to go ahead').fill('Spoken through with the lead today.');
    await page.getByRole('button', { name: 'Open placement' }).dblclick();
    await page.getByRole('heading', { name: 'Placement opened' }).waitFor();
    await page.getByText('offers the programme by Monday 8 February 2027').waitFor();
    await page.getByRole('link', { name: 'Open the case' }).click();

    await page.getByText('Vera Stanyon').first().waitFor();
    await page.getByRole('region', { name: 'The placement' }).getByText('Millbrook Surgery').waitFor();
    await page.getByText('No home visits.').waitFor();
    await page.getByRole('button', { name: 'Not offered yet' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Refer to the programme' }).count(), 0);
    const ids = commands.filter(({ name }) => name === 'placement.open').map(({ body }) => body.id);
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(errors, []);
    await close();
  });

  it('G2 the scheme GP refers from the placement with everything known filled in, and both read how it goes', async () => {
    const { ref, form } = await placed(here.app.desk, { patientLastName: 'Ollerton' });
    const { page, errors, close } = await visit(here, { as: people.schemeGp, at: '/placements' });
    await page.getByRole('table', { name: 'Patients placed with your practice' }).waitFor();
    await page.getByRole('link', { name: ref }).click();
    await page.getByRole('link', { name: 'Refer to the programme' }).click();
    await page.getByLabel('Scheme reference').waitFor();

    assert.equal(await page.getByLabel('Why can this person be referred?').inputValue(), 'G2');
    assert.equal(await page.getByLabel('Scheme reference').inputValue(), ref);
    assert.equal(await page.getByLabel('Last name').inputValue(), 'Ollerton');
    assert.equal(await page.getByLabel('NHS number').inputValue(), form.nhsNumber);
    await page.getByLabel('The patient has agreed').check();
    await page.getByLabel('When did they agree?').fill('2027-01-11');
    await page.getByLabel('How did they agree?').selectOption('Face to face');
    await page.getByRole('radiogroup', { name: 'interpreter' }).getByLabel('No', { exact: true }).check();
    await page.getByLabel('Hearing').check();
    await page.getByLabel('How can they use Teams?').selectOption('On a phone');
    await page.getByLabel('Risks a trainer must know of').fill('None known');
    await page.getByRole('button', { name: 'Send referral' }).click();
    await page.getByRole('heading', { name: 'Referral sent' }).waitFor();
    await carryOutEffects(here.app.desk);
    await page.getByRole('link', { name: 'Patients' }).click();
    await page.getByRole('link', { name: ref }).click();

    const offer = page.getByRole('region', { name: 'The behaviour programme' });
    await offer.getByRole('button', { name: 'Offered' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Refer to the programme' }).count(), 0);
    const referral = (await offer.getByRole('link').textContent()) ?? '';
    await must(here.app.desk, people.coordinator, 'referral.logAttempt', {
      ref: referral,
      outcome: 'SPOKE_ACCEPTED',
      accessConfirmed: true,
    });
    await carryOutEffects(here.app.desk);
    await offer.getByRole('link').click();
    await page.getByText('Desmond Ollerton').first().waitFor();
    await close();

    const team = await visit(here, { as: people.officer, at: `/placements/${ref}` });
    await team.page.getByRole('button', { name: 'Accepted' }).waitFor();
    await team.page.getByText('The patient accepted the programme').waitFor();
    await team.page.getByText(referral).waitFor();
    assert.equal(await team.page.getByRole('link', { name: referral }).count(), 0);
    assert.deepEqual([...errors, ...team.errors], []);
    await team.close();
  });

  it('§1.2 a placement of another practice is not available, whether or not it exists', async () => {
    const { ref } = await placed(here.app.desk);
    const words = async (at: string) => {
      const { page, close } = await visit(here, { as: people.manager, at });
      const text = await page.getByRole('alert').textContent();
      await close();
      return text;
    };

    const real = await words(`/placements/${ref}`);

    assert.match(real ?? '', /not available to your role/);
    assert.equal(real, await words('/placements/PLC-2027-0000000'));
  });
});
