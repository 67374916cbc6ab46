import type { Page } from 'playwright-core';

export const narrative = 'Leaned over the desk, shouted and would not leave when asked.';

/** Fills the shortest report that every rule accepts; the form's own date, time and site stay as they are. */
export async function fillReport(page: Page): Promise<void> {
  await page.getByLabel('Intimidation, abuse or threats').check();
  await page.getByLabel('Say what happened').fill(narrative);
  await page.getByLabel('Where? (required)').selectOption('In the surgery');
  await page.getByLabel('Staff, verbally').check();
  await page.getByLabel('Who did it?').selectOption('A patient registered here');
  await page.getByRole('radiogroup', { name: 'police' }).getByLabel('No', { exact: true }).check();
  await page.getByRole('radiogroup', { name: 'fear' }).getByLabel('Yes', { exact: true }).check();
}

export const sendReport = (page: Page) => page.getByRole('button', { name: 'Send report' });
