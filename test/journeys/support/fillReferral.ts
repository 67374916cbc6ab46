import type { Locator } from 'playwright-core';

/** Ticks and types the shortest referral on its card; `monday` of the stage is 14 January 2030. */
export async function fillReferral(card: Locator): Promise<void> {
  const type = async (label: string, text: string) => {
    await card.getByLabel(label).click();
    await card.page().keyboard.type(text);
  };
  await card.getByText('A warning letter in the last six months').click();
  await card.getByLabel('Date of the warning letter').fill('2030-01-07');
  await card.getByText('The patient has agreed').click();
  await card.getByLabel('When did they agree?').fill('2030-01-11');
  await card.getByRole('combobox', { name: 'How did they agree?' }).click();
  await card.page().getByRole('option', { name: 'On the telephone' }).click();
  await type('First name', 'Maurice');
  await type('Last name', 'Loxley');
  await type('Telephone', '07700 900123');
  await type('NHS number', '999 000 0107');
  await card.getByText('No', { exact: true }).click();
  await card.getByText('A quiet place').click();
  await card.getByText('On a computer').click();
  await type('Risks a trainer must know', 'None known');
}
