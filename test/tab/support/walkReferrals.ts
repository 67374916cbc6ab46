/** Every page of a referral as it looks in use, for each of the three who have one. */
import type { AppInBrowser } from './appInBrowser.ts';
import { people, setTime } from '../../support/house.ts';
import { refer, referAndAccept } from './referrals.ts';
import { visit, type Visit, type VisitOptions } from './visit.ts';
import type { Look, Walk } from './walk.ts';

async function asManager(here: AppInBrowser, options: VisitOptions, look: Look): Promise<Visit> {
  const ref = await refer(here.app.desk, 'Tindall');
  const seen = await visit(here, { ...options, as: people.manager, at: '/referrals' });
  const { page } = seen;
  await page.getByRole('link', { name: ref }).waitFor();
  await look('referrals', page);
  await page.getByRole('link', { name: 'Refer a patient' }).click();
  await page.getByLabel('Why can this person be referred?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add more' }).click();
  await page.getByRole('button', { name: 'Send referral' }).click();
  await page.getByText('Choose how the patient agreed.').waitFor();
  await look('refer', page);
  await page.getByRole('link', { name: 'Referrals' }).click();
  await page.getByRole('link', { name: ref }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await look('referral of the practice', page);
  return seen;
}

async function asCoordinator(here: AppInBrowser, options: VisitOptions, look: Look): Promise<Visit> {
  const { desk } = here.app;
  await refer(desk, 'Tindall');
  const ref = await referAndAccept(desk, 'Tindall');
  const seen = await visit(here, { ...options, as: people.coordinator, at: '/calls' });
  const { page } = seen;
  await page.getByRole('button', { name: 'Note the call' }).first().click();
  await page.getByLabel('How did the call go?').selectOption('Spoke: the patient will take part');
  await look('calls', page);
  await page.getByRole('link', { name: 'Schedule' }).click();
  await page.getByRole('link', { name: `Book ${ref}` }).waitFor();
  await page.getByRole('button', { name: 'Week after' }).waitFor();
  await look('schedule', page);
  await page.getByRole('link', { name: `Book ${ref}` }).click();
  await page.getByRole('button', { name: 'Book session 1' }).click();
  await page.getByLabel('Hold a time for session 2').check();
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByText('Choose a trainer.').first().waitFor();
  await look('booking', page);
  await page.getByRole('link', { name: 'Outcomes' }).click();
  await page.getByRole('region', { name: 'All referrals' }).getByRole('table').waitFor();
  await look('outcomes', page);
  return seen;
}

/** The day of the fictional area's own booked session is the house's Monday. */
async function asTrainer(here: AppInBrowser, options: VisitOptions, look: Look): Promise<Visit> {
  const before = here.app.clock.offset();
  setTime(here.app.clock, Temporal.Instant.from('2027-01-11T12:50:00Z'));
  const seen = await visit(here, { ...options, as: people.trainer });
  const { page } = seen;
  await page.getByRole('button', { name: 'Did not attend' }).waitFor();
  await look('today', page);
  await page.getByRole('button', { name: 'Attended' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await look('today, marked', page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Part of it' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Choose how the session went.').waitFor();
  await look('today, part of it', page);
  await page.getByRole('link', { name: 'My sessions' }).click();
  await page.getByRole('button', { name: 'Day after' }).waitFor();
  await look('my sessions', page);
  here.app.clock.setOffset(before);
  return seen;
}

export const referralWalks: readonly Walk<Visit>[] = [asManager, asCoordinator, asTrainer];
