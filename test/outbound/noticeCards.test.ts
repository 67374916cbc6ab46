import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { noticeTemplates } from '../../bot/desk/noticeWords.ts';
import { breachOf } from '../../bot/outbound/breach.ts';
import { gatheredMessage, noticeMessage } from '../../bot/outbound/noticeCards.ts';
import { checkCard } from '../support/checkCard.ts';

const ref = 'INC-2027-4839271';
const reported = { template: 'incident.reported', ref };
const waiting = { state: 'REPORTED', label: 'Reported' };

interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  readonly fallback: { readonly type: string; readonly data: Readonly<Record<string, string>> };
}

function cardIn(message: Partial<Activity>) {
  const content: unknown = message.attachments?.[0]?.content;
  return content as {
    readonly body: readonly { readonly text: string }[];
    readonly actions: readonly Button[];
  };
}
const buttons = (message: Partial<Activity>) => cardIn(message).actions.map(({ title }) => title);

describe('notice cards', () => {
  for (const template of [...noticeTemplates, 'something.new']) {
    it(`${template} is a sound card that passes the gate even in a channel`, () => {
      for (const present of [waiting, undefined]) {
        const message = noticeMessage({ ...reported, template }, present);

        assert.deepEqual(checkCard(cardIn(message)), []);
        assert.equal(breachOf('channel', message, ['Anna Schmidt', '943 476 5919']), undefined);
        assert.match(message.summary ?? '', new RegExp(ref));
      }
    });
  }

  it('says the sentence, the state, and offers the next step first', () => {
    const message = noticeMessage(reported, waiting);

    assert.deepEqual(
      cardIn(message).body.map(({ text }) => text),
      [`A new report waits for you: ${ref}.`, 'Now: Reported'],
    );
    assert.deepEqual(buttons(message), ['Take into review', 'Open']);
  });

  it('D7 its buttons carry a reference and nothing else, the same for old clients', () => {
    for (const { verb, data, fallback } of cardIn(noticeMessage(reported, waiting)).actions) {
      assert.deepEqual(data, { ref });
      assert.deepEqual(fallback.data, { verb, ref });
    }
  });

  it('D10 has no button for a step that no longer applies', () => {
    const moved = noticeMessage(reported, { state: 'IN_REVIEW', label: 'Being looked at' });

    assert.deepEqual(buttons(moved), ['Open']);
    assert.equal(cardIn(moved).body[1]?.text, 'Now: Being looked at');
  });

  it('offers no step on a record whose state the person may not see', () => {
    const message = noticeMessage(reported);

    assert.deepEqual(buttons(message), ['Open']);
    assert.equal(cardIn(message).body.length, 1);
  });

  it('gathers several into one sentence and the way to the inbox', () => {
    const message = gatheredMessage(3);

    assert.deepEqual(checkCard(cardIn(message)), []);
    assert.equal(message.summary, 'You have 3 new notices.');
    assert.deepEqual(buttons(message), ['Open inbox']);
    assert.equal(cardIn(message).actions[0]?.verb, 'inbox');
  });
});
