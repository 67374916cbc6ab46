import type { Locator } from 'playwright-core';

export const narrative = 'He leaned over the desk, shouted and would not leave when asked.';

/** Ticks and types the shortest report on the newest report card. */
export async function fillReport(card: Locator, text = narrative): Promise<void> {
  await card.getByText('Intimidation, abuse or threats').click();
  await card.getByText('In the surgery').click();
  await card.getByText('Staff, verbally').click();
  await card.getByText('A patient registered here').click();
  await card.getByLabel('In your words, what happened?').click();
  await card.page().keyboard.type(text);
  await card.getByText('Not yet', { exact: true }).click();
  await card.getByText('Yes', { exact: true }).last().click();
}
