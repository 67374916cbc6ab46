/** Every page of a placement as it looks in use, for each of the two who work with one. */
import type { AppInBrowser } from './appInBrowser.ts';
import { people } from '../../support/house.ts';
import { placed } from '../../support/placements.ts';
import { visit, type Visit, type VisitOptions } from './visit.ts';
import type { Look, Walk } from './walk.ts';

async function asOfficer(here: AppInBrowser, options: VisitOptions, look: Look): Promise<Visit> {
  const { ref } = await placed(here.app.desk);
  const seen = await visit(here, { ...options, as: people.officer, at: '/placements' });
  const { page } = seen;
  await page.getByRole('link', { name: ref }).waitFor();
  await look('cases', page);
  await page.getByRole('link', { name: 'Open a placement' }).click();
  await page.getByRole('button', { name: 'Open placement' }).click();
  await page.getByText('Choose the ground of the placement.').waitFor();
  await look('placement refused', page);
  await page.getByRole('link', { name: 'Cases' }).click();
  await page.getByRole('link', { name: ref }).click();
  await page.getByRole('region', { name: 'How care is given' }).waitFor();
  await look('case', page);
  return seen;
}

async function asSchemeGp(here: AppInBrowser, options: VisitOptions, look: Look): Promise<Visit> {
  const { ref } = await placed(here.app.desk);
  const seen = await visit(here, { ...options, as: people.schemeGp, at: '/placements' });
  const { page } = seen;
  await page.getByRole('link', { name: ref }).click();
  await page.getByRole('link', { name: 'Refer to the programme' }).waitFor();
  await look('patient', page);
  await page.getByRole('link', { name: 'Refer to the programme' }).click();
  await page.getByLabel('Scheme reference').waitFor();
  await look('refer from the placement', page);
  return seen;
}

export const placementWalks: readonly Walk<Visit>[] = [asOfficer, asSchemeGp];
