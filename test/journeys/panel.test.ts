/** Journey 3, lived by its people: the panel votes in its channel and in the tab, ties, and the chair decides. */
import assert from 'node:assert/strict';
import type { ChannelPage } from './support/channelPage.ts';
import { openPanelRooms, type Direction, type PanelRooms } from './support/panelRooms.ts';
import { openStage, type Stage } from './support/stage.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';

describe('journey 3: a vote with a casting vote', function () {
  this.timeout(120_000);
  let stage: Stage;
  let channel: ChannelPage;
  let rooms: PanelRooms;
  before(async function () {
    stage = await openStage(this);
    rooms = openPanelRooms(stage);
    channel = rooms.channel;
  });
  after(() => stage?.close());

  const tab = (name: string) => rooms.tab(name);
  const press = (name: string, button: string) => rooms.press(name, button);
  const vote = (name: string, direction: Direction) => rooms.vote(name, direction);
  const actAs = (name: string) => rooms.actAs(name);
  const enter = (name: string, role?: string) => rooms.enter(name, meeting, role);

  let meeting = '';
  let item = '';

  it('a receptionist cannot make a channel the panel’s own; the Primary Care Team can', async () => {
    await stage.chat.say('act as Margaret Ellis');
    await stage.chat.card('Hello Margaret Ellis').waitFor();
    await channel.show();
    await actAs('Rosa Bell');
    await channel.mention('set up panel', 'not available to your role');

    await actAs('Daniel Reyes');
    await channel.mention('set up panel', 'This channel now belongs to the review panel');
  });

  it('she plans the meeting, fills its four seats and lists two items in the tab', async () => {
    meeting = await rooms.planMeeting();

    assert.notEqual(meeting, '');
  });

  it('MG4 the seats fill as members arrive, and without all four nothing is opened (HS-10)', async () => {
    await enter('Margaret Ellis');
    await enter('Helen Okafor', 'GP member of the panel, Millbrook Surgery');
    await enter('Arthur Penrose');
    await press('Margaret Ellis', 'Open the meeting');
    await press('Helen Okafor', 'I am here');
    await press('Arthur Penrose', 'I am here');
    await tab('Margaret Ellis').getByText('3 of 4 seats are here').waitFor();
    await tab('Margaret Ellis').getByRole('button', { name: 'Appeal' }).click();
    await press('Margaret Ellis', 'Open this item');
    await tab('Margaret Ellis').getByText('Rule HS-10').waitFor();

    await press('Daniel Reyes', 'Say that the contracts seat is here');
    await tab('Margaret Ellis').getByText('All four seats are here').waitFor();
  });

  it('V1 V3 the chair opens the item and calls the vote: one card appears in the channel', async () => {
    await press('Margaret Ellis', 'Open this item');
    await channel.card('Motion: The placement should stand.').waitFor();
    await press('Margaret Ellis', 'Call the vote');

    const card = channel.card('0 of 4 cast');
    await card.waitFor();
    item = /ITM-\d{4}-\d{7}/.exec(await card.innerText())?.[0] ?? '';
    await card.getByRole('button', { name: 'Abstain' }).waitFor();
    assert.equal(await stage.chat.page.locator('.ac-adaptiveCard').filter({ hasText: item }).count(), 1);
    assert.doesNotMatch(await card.innerText(), /Ellis|Mistry|Okafor|Penrose|INC-/);
  });

  it('V4 somebody without a seat taps and is told so; the card stays as it is', async () => {
    await actAs('Rosa Bell');
    await channel.card(item).getByRole('button', { name: 'For', exact: true }).click();

    await channel.told('not available to your role').waitFor();
    await channel.card('0 of 4 cast').waitFor();
  });

  it('V4 one votes on the card, two in their tabs at once; everybody sees how many, nobody which way', async () => {
    await actAs('Joan Mistry');
    await Promise.all([
      channel.card(item).getByRole('button', { name: 'For', exact: true }).click(),
      vote('Helen Okafor', 'Against'),
      vote('Arthur Penrose', 'Against'),
    ]);
    await channel.card('3 of 4 cast').waitFor();
    await tab('Daniel Reyes').getByText('3 of 4 cast').first().waitFor();
    const seen = await tab('Margaret Ellis').getByRole('region', { name: 'Seats' }).innerText();
    assert.doesNotMatch(seen, /Against|voted/);
    assert.equal(await tab('Margaret Ellis').getByRole('button', { name: 'Close the vote' }).count(), 0);
  });

  it('V4 a vote is changed and changed back, and still counts once', async () => {
    // What she does on the card shows in her own room, and there alone.
    await enter('Joan Mistry');
    for (const direction of ['Against', 'For']) {
      await channel.card(item).getByRole('button', { name: direction, exact: true }).click();
      await tab('Joan Mistry').getByText(`You voted ${direction}.`).waitFor();
    }
    await vote('Margaret Ellis', 'For');

    await channel.card('4 of 4 cast').waitFor();
  });

  it('V6 two against two is tied; the channel says no more than that', async () => {
    await press('Margaret Ellis', 'Close the vote');

    const card = channel.card(item);
    await card.getByText('Tied').waitFor();
    assert.equal(await card.getByRole('button', { name: 'Against' }).count(), 0);
    assert.doesNotMatch(await card.innerText(), /For|Against|of 4|cast/);
  });

  it('V7 the chair gives the casting vote, with a reason, in a chat of her own', async () => {
    await actAs('Margaret Ellis');
    await channel.showOwnChat();
    await stage.chat
      .card('waits for your casting vote')
      .getByRole('button', { name: 'casting vote' })
      .click();
    const form = stage.chat.card('Your casting vote');
    await form.getByText(/^For: /).click();
    await form.getByRole('textbox').click();
    await stage.chat.page.keyboard.type('Too short');
    await form.getByRole('button', { name: 'Give the casting vote' }).click();
    await stage.chat.card('at least 20 characters').getByText('Nothing you typed is lost').waitFor();
    await form.getByRole('textbox').fill('');
    await form.getByRole('textbox').click();
    await stage.chat.page.keyboard.type(reason);
    await form.getByRole('button', { name: 'Give the casting vote' }).click();

    await stage.chat
      .card(item)
      .getByText(/Decided\. Open the tab/)
      .waitFor();
    await channel.show();
    const card = channel.card(item);
    await card.getByText('Decided').waitFor();
    assert.doesNotMatch(await card.innerText(), /For|Against|witness|dismissed/);
  });

  it('V7 the record shows both of the chair’s votes, the casting vote set apart', async () => {
    const result = tab('Arthur Penrose').getByRole('region', { name: 'Result' });
    await result.getByText("Carried by the chair's casting vote: 2 for, 2 against.").waitFor();

    await result.getByText('The appeal is dismissed').waitFor();
    const rows = await result.getByRole('row').allInnerTexts();
    assert.deepEqual(
      rows.map((row) => row.split(/\s*\t\s*/)),
      [
        ['Chair', 'Margaret Ellis', 'For'],
        ['Contracts', 'Joan Mistry', 'For'],
        ['GP member', 'Helen Okafor', 'Against'],
        ['Lay member', 'Arthur Penrose', 'Against'],
      ],
    );
    await result.getByRole('heading', { name: 'Casting vote of the chair: For' }).waitFor();
    await result.getByText(reason).waitFor();
  });

  it('HS-10 when a member leaves, the decision is not recorded, and the item is deferred with a reason', async () => {
    await tab('Margaret Ellis').getByRole('button', { name: 'New placement' }).click();
    await press('Margaret Ellis', 'Open this item');
    await press('Margaret Ellis', 'Call the vote');
    const card = channel.card('Motion: The placement is appropriate.');
    await card.getByText('0 of 4 cast').waitFor();
    await actAs('Joan Mistry');
    await card.getByRole('button', { name: 'For', exact: true }).click();
    for (const name of ['Margaret Ellis', 'Helen Okafor', 'Arthur Penrose']) await vote(name, 'For');
    await card.getByText('4 of 4 cast').waitFor();
    await tab('Margaret Ellis').getByRole('button', { name: 'Close the vote' }).waitFor();
    await press('Arthur Penrose', 'I have to leave');
    await tab('Arthur Penrose').getByText('3 of 4 seats are here').waitFor();
    await press('Margaret Ellis', 'Close the vote');
    await tab('Margaret Ellis').getByText('Rule HS-10').waitFor();

    await press('Margaret Ellis', 'Defer');
    await tab('Margaret Ellis')
      .getByLabel('Why is it deferred?')
      .fill('The lay member had to leave before the close.');
    await press('Margaret Ellis', 'Defer this item');
    await card.getByText('Deferred').waitFor();
    await press('Margaret Ellis', 'Close the meeting');
    await press('Margaret Ellis', 'Yes, close the meeting');
    await tab('Daniel Reyes').getByRole('button', { name: 'Closed' }).waitFor();
  });

  it('no page made an error of its own', () => {
    const own = stage.pageErrors.filter((error) => !/Failed to load resource|40\d|304/.test(error));

    assert.deepEqual(own, []);
  });
});
