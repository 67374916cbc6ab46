import assert from 'node:assert/strict';
import { itemStates, itemTypes, motions } from '../../bot/contract/panel.ts';
import type { ItemCard } from '../../bot/contract/panelAnswers.ts';
import { chatSentences } from '../../bot/chat/sentences.ts';
import { noticeTemplates } from '../../bot/desk/noticeWords.ts';
import { createItemMessage } from '../../bot/outbound/itemCards.ts';
import { unlistedPart } from '../../bot/outbound/listed.ts';
import { gatheredMessage, noticeMessage } from '../../bot/outbound/noticeCards.ts';
import { createOwnSentences } from '../../bot/outbound/ownSentences.ts';

const isOwn = createOwnSentences(chatSentences);
const item: ItemCard = {
  ref: 'ITM-2027-4839274',
  meeting: 'MTG-2027-1000016',
  type: 'APPEAL',
  typeLabel: 'Appeal',
  motion: motions.APPEAL.text,
  forMeans: 'the placement should stand',
  againstMeans: 'the placement should not stand',
  state: 'VOTING',
  stateWords: '2 of 4 cast',
  cast: 2,
  round: 1,
  revision: 3,
  voting: true,
};
const message = createItemMessage('https://tab.example/');
const content = { type: 'AdaptiveCard', version: '1.5', body: [] };
const attachment = (more: object = {}) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content, ...more }],
});
const saying = (text: string) => attachment({ content: { ...content, body: [{ type: 'TextBlock', text }] } });

describe('§8.1 the list of a channel', () => {
  it('holds every item’s card, whatever its kind, motion and state', () => {
    for (const [type, { label }] of Object.entries(itemTypes)) {
      for (const { text } of Object.values(motions)) {
        for (const [state, words] of Object.entries(itemStates)) {
          const of = {
            ...item,
            type,
            typeLabel: label,
            motion: text,
            state,
            stateWords: words.label,
            voting: true,
          };

          assert.equal(
            unlistedPart('channel', message(of as ItemCard), isOwn),
            undefined,
            `${type} ${state}`,
          );
        }
      }
    }
  });

  it('holds every sentence of the chat that leaves as text', () => {
    for (const text of chatSentences)
      assert.equal(unlistedPart('group', { type: 'message', text }, isOwn), undefined, text);
  });

  for (const said of [
    'Maurice Tindall',
    'M.T.',
    '999 000 0018',
    'Carried: 3 for, 1 against.',
    'The placement is appropriate.',
    'The appeal is dismissed: the placement stands.',
    'Motion: The placement should stand. He shouted.',
    'Millbrook Surgery, 11 January 2027',
    'safeguarding',
    'SGC-2027-4839271',
    'Your vote is counted',
  ]) {
    it(`has no “${said}” on a card`, () => {
      assert.equal(unlistedPart('channel', saying(said), isOwn), 'attachments');
    });
  }

  for (const url of [
    'https://tab.example/#/meetings/MTG-2027-1000016?name=Tindall',
    'https://tab.example/#/meetings/Tindall',
    'https://tab.example/Maurice Tindall/#/meetings/MTG-2027-1000016',
    'javascript:alert(1)',
  ]) {
    it(`leads nowhere by ${url}`, () => {
      const actions = [{ type: 'Action.OpenUrl', title: 'Open in tab', url }];

      assert.equal(
        unlistedPart('channel', attachment({ content: { ...content, actions } }), isOwn),
        'attachments',
      );
    });
  }

  it('has no key of a button’s data that is not its own', () => {
    const actions = [{ type: 'Action.Submit', title: 'For', data: { verb: 'ballot.cast', Tindall: 1 } }];

    assert.equal(
      unlistedPart('channel', attachment({ content: { ...content, actions } }), isOwn),
      'attachments',
    );
  });
});

describe('§8.1 the list of what is announced', () => {
  it('holds every notice, one or several', () => {
    const messages = noticeTemplates.map((template) => noticeMessage({ template, ref: 'INC-2027-4839271' }));

    for (const each of [...messages, gatheredMessage(12)])
      assert.equal(unlistedPart('personal', each, isOwn), undefined);
  });

  for (const [what, activity, part] of [
    ['a text', { text: 'Maurice was here' }, 'text'],
    ['a summary', { ...attachment(), summary: 'About Maurice' }, 'summary'],
    [
      'what stands in for a card',
      attachment({ content: { ...content, fallbackText: 'Maurice' } }),
      'attachments',
    ],
    ['what a card has read out', attachment({ content: { ...content, speak: 'Maurice' } }), 'attachments'],
  ] as const) {
    it(`refuses ${what} that is no sentence of ours`, () => {
      assert.equal(unlistedPart('personal', activity, isOwn), part);
    });
  }
});

describe('§8.1 what a message is made of, on every surface', () => {
  for (const surface of ['personal', 'channel'] as const) {
    for (const [field, value] of Object.entries({
      speak: 'Hello',
      suggestedActions: { actions: [], to: [] },
      entities: [{ type: 'mention', text: '<at>Rosa</at>' }],
      channelData: { notification: { alert: true } },
      name: 'x',
      label: 'x',
      topicName: 'x',
    })) {
      it(`${surface}: no ${field}`, () => {
        assert.equal(unlistedPart(surface, { type: 'message', [field]: value }, isOwn), field);
      });
    }
    for (const [what, more] of Object.entries({
      'no file': { contentType: 'application/pdf' },
      'no address of a file': { contentUrl: 'https://files.example/tindall.pdf' },
      'no name of a file': { name: 'tindall.pdf' },
      'no picture beside it': { thumbnailUrl: 'https://files.example/tindall.png' },
    })) {
      it(`${surface}: ${what}`, () => {
        assert.equal(unlistedPart(surface, attachment(more), isOwn), 'attachments');
      });
    }
    it(`${surface}: how it travels is not asked about, and typing is no message`, () => {
      const typing = {
        type: 'typing',
        id: '1',
        from: { id: '28:bot' },
        serviceUrl: 'https://x',
        text: undefined,
      };

      assert.equal(unlistedPart(surface, typing, isOwn), undefined);
    });
  }
});
