/** Referrals as the tab's tests need them: sent through the desk, or typed into the form. */
import type { Page } from 'playwright-core';
import type { Desk } from '../../../bot/desk/desk.ts';
import { people } from '../../support/house.ts';
import { fileReferral, must } from '../../support/referrals.ts';

/** A referral of a patient of this last name, with a second number and a risk to see. */
export const refer = (
  desk: Desk,
  patientLastName: string,
  changes: Parameters<typeof fileReferral>[1] = {},
) =>
  fileReferral(desk, {
    patientLastName,
    altPhone: '01632 960456',
    knownRisks: 'Children may be at home.',
    ...changes,
  });

/** A referral whose patient has said yes. */
export async function referAndAccept(desk: Desk, lastName: string): Promise<string> {
  const ref = await refer(desk, lastName);
  const call = { ref, outcome: 'SPOKE_ACCEPTED', accessConfirmed: true };
  await must(desk, people.coordinator, 'referral.logAttempt', call);
  return ref;
}

/** Fills the shortest referral that every rule accepts. */
export async function fillReferral(page: Page, lastName: string, letterDate = '2026-12-01'): Promise<void> {
  await page
    .getByLabel('Why can this person be referred?')
    .selectOption('A warning letter in the last six months');
  await page.getByLabel('Date of the warning letter').fill(letterDate);
  await page.getByLabel('The patient has agreed').check();
  await page.getByLabel('When did they agree?').fill(letterDate);
  await page.getByLabel('How did they agree?').selectOption('On the telephone');
  await page.getByLabel('First name').fill('Maurice');
  await page.getByLabel('Last name').fill(lastName);
  await page.getByLabel('Telephone (required)').fill('07700 900123');
  await page.getByLabel('NHS number').fill('999 000 0107');
  await page.getByRole('radiogroup', { name: 'interpreter' }).getByLabel('No', { exact: true }).check();
  await page.getByLabel('Hearing').check();
  await page.getByLabel('How can they use Teams?').selectOption('On a computer');
  await page.getByLabel('Risks a trainer must know of').fill('None known');
  await page.getByLabel('Your telephone at work').fill('01632 960100');
  await page.getByLabel('Your secure e-mail').fill('manager@millbrook.nhs.uk');
}
