/** Journey 3: a vote of the panel, tied and decided by the chair. */
import { castingVoteTaken, openPanelRooms, type PanelRooms } from '../support/panelRooms.ts';
import type { Stage } from '../support/stage.ts';
import { chatShot, shot } from './camera.ts';

const reason = 'The letter of appeal names a witness whom nobody has heard yet.';

export async function picturesOfPanel(stage: Stage): Promise<void> {
  const rooms = openPanelRooms(stage);
  await stage.chat.say('act as Margaret Ellis');
  await stage.chat.card('Hello Margaret Ellis').waitFor();
  await rooms.channel.show();
  await rooms.actAs('Daniel Reyes');
  await rooms.channel.mention('set up panel', 'This channel now belongs to the review panel');
  await fillTheRoom(rooms);
  await voteToATie(stage, rooms);
  await castingVote(stage, rooms);
}

async function fillTheRoom(rooms: PanelRooms): Promise<void> {
  const meeting = await rooms.planMeeting();
  await rooms.enter('Margaret Ellis', meeting);
  await rooms.enter('Helen Okafor', meeting, 'GP member of the panel, Millbrook Surgery');
  await rooms.enter('Arthur Penrose', meeting);
  await rooms.press('Margaret Ellis', 'Open the meeting');
  await rooms.press('Helen Okafor', 'I am here');
  await rooms.press('Arthur Penrose', 'I am here');
  await rooms.press('Daniel Reyes', 'Say that the contracts seat is here');
  await rooms.tab('Margaret Ellis').getByText('All four seats are here').waitFor();
  await rooms.tab('Margaret Ellis').getByRole('button', { name: 'Appeal' }).click();
  await rooms.press('Margaret Ellis', 'Open this item');
  await rooms.press('Margaret Ellis', 'Call the vote');
  await rooms.channel.card('0 of 4 cast').waitFor();
}

async function voteToATie(stage: Stage, rooms: PanelRooms): Promise<void> {
  const card = rooms.channel.card('The placement should stand.');
  await rooms.actAs('Joan Mistry');
  await card.getByRole('button', { name: 'For', exact: true }).click();
  await rooms.vote('Helen Okafor', 'Against');
  await rooms.vote('Arthur Penrose', 'Against');
  await card.getByText('3 of 4 cast').waitFor();
  await card.scrollIntoViewIfNeeded();
  await chatShot(stage.chat.page, 'ballot-in-channel');
  await rooms.tab('Arthur Penrose').getByText('3 of 4 cast').first().waitFor();
  await shot(rooms.tab('Arthur Penrose'), 'panel-room');
  await rooms.vote('Margaret Ellis', 'For');
  await card.getByText('4 of 4 cast').waitFor();
  await rooms.press('Margaret Ellis', 'Close the vote');
  await card.getByText('Tied').waitFor();
}

async function castingVote(stage: Stage, rooms: PanelRooms): Promise<void> {
  const { chat } = stage;
  await rooms.actAs('Margaret Ellis');
  await rooms.channel.showOwnChat();
  await chat.card('waits for your casting vote').getByRole('button', { name: 'casting vote' }).click();
  const form = chat.card('Your casting vote');
  await form.getByText('For', { exact: true }).click();
  await form.getByRole('textbox').click();
  await chat.page.keyboard.type(reason);
  await chatShot(chat.page, 'casting-vote-in-chat');
  await form.getByRole('button', { name: 'Give the casting vote' }).click();
  await chat.card(castingVoteTaken).waitFor();
  const record = rooms.tab('Arthur Penrose').getByRole('region', { name: 'Result' });
  await record.getByText(reason).waitFor();
  await shot(rooms.tab('Arthur Penrose'), 'panel-decided');
}
