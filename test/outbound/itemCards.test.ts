import assert from 'node:assert/strict';
import { itemStates, motions } from '../../bot/contract/panel.ts';
import type { ItemCard } from '../../bot/contract/panelAnswers.ts';
import { breachOf } from '../../bot/outbound/breach.ts';
import { createItemMessage, itemCard } from '../../bot/outbound/itemCards.ts';
import { noticeMessage } from '../../bot/outbound/noticeCards.ts';
import { actionsOf, buttonsOf, textsOf } from '../chat/support/cards.ts';
import { checkCard } from '../support/checkCard.ts';

const item: ItemCard = {
  ref: 'ITM-2027-4839274',
  meeting: 'MTG-2027-1000016',
  type: 'APPEAL',
  typeLabel: 'Appeal',
  motion: motions.APPEAL.text,
  forMeans: motions.APPEAL.for,
  againstMeans: motions.APPEAL.against,
  state: 'VOTING',
  stateWords: '2 of 4 cast',
  cast: 2,
  round: 1,
  revision: 3,
  voting: true,
};
const message = createItemMessage('https://tab.example/');
const cardIn = (of: ItemCard) => message(of).attachments?.[0]?.content as object;

describe('item cards', () => {
  it('§8.1 every state and every motion of the catalogue makes a sound card that passes the gate of a channel', () => {
    for (const state of Object.keys(itemStates) as ItemCard['state'][]) {
      for (const { text } of Object.values(motions)) {
        const of = {
          ...item,
          state,
          stateWords: itemStates[state].label,
          motion: text,
          voting: state === 'VOTING',
        };

        assert.deepEqual(checkCard(cardIn(of)), [], `${state} ${text}`);
        assert.equal(breachOf('channel', message(of), ['Joan Mistry', 'Colin Fairweather']), undefined);
      }
    }
  });

  it('V4 shows reference, kind, motion and how many have cast, and one button for each way to vote', () => {
    const card = cardIn(item);

    assert.deepEqual(textsOf(card), [
      'Appeal',
      item.ref,
      'Motion: The placement should stand.',
      `For: ${motions.APPEAL.for}.`,
      `Against: ${motions.APPEAL.against}.`,
      '2 of 4 cast',
    ]);
    assert.deepEqual(buttonsOf(card), ['For', 'Against', 'Abstain', 'Open in tab']);
  });

  it('D7 each button carries the round and revision it was drawn with, the same for old clients', () => {
    const votes = actionsOf(cardIn(item)).filter(({ type }) => type === 'Action.Execute');

    assert.equal(votes.length, 3);
    for (const [index, vote] of votes.entries()) {
      const { verb, data, fallback } = vote as { verb: string; data: object; fallback: { data: object } };
      const direction = ['FOR', 'AGAINST', 'ABSTAIN'][index];
      assert.deepEqual(data, { meeting: item.meeting, ref: item.ref, round: 1, revision: 3, direction });
      assert.deepEqual(fallback.data, { verb, ...data });
      assert.equal(verb, 'ballot.cast');
    }
  });

  it('V5 has no ballot once the vote is closed, and leads to the meeting in the tab', () => {
    const card = cardIn({
      ...item,
      state: 'DECIDED',
      stateWords: 'Decided. Open the tab for the result.',
      voting: false,
    });

    assert.deepEqual(buttonsOf(card), ['Open in tab']);
    assert.equal(actionsOf(card)[0]?.['url'], `https://tab.example/#/meetings/${item.meeting}`);
  });

  it('in a chat of their own a person without a ballot gets none, and the chair of a tie the casting vote', () => {
    const of = { tabUrl: 'https://tab.example' };
    const tied = { ...item, state: 'TIED', stateWords: 'Tied', voting: false } as const;

    assert.deepEqual(buttonsOf(itemCard(item, { ...of, ballot: false })), ['Open in tab']);
    const casting = itemCard(tied, { ...of, casting: true, note: 'The vote is tied.' });
    assert.deepEqual(buttonsOf(casting), ['Give the casting vote', 'Open in tab']);
    assert.deepEqual(checkCard(casting), []);
  });

  it('V7 the notice of a tie offers the casting vote while the item is tied, and no longer', () => {
    const of = { person: 'person-303', template: 'item.tied', ref: item.ref };
    const buttons = (state: string) => buttonsOf(noticeMessage(of, { state, label: state }).attachments);

    assert.deepEqual(buttons('TIED'), ['Give the casting vote', 'Open']);
    assert.deepEqual(buttons('DECIDED'), ['Open']);
  });
});
