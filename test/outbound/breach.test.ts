import assert from 'node:assert/strict';
import { breachOf, type Surface } from '../../bot/outbound/breach.ts';
import { card, identifiers, strict } from './slips.ts';

const kindIn = (surface: Surface, message: object) => breachOf(surface, message, identifiers)?.kind;

describe('breachOf: a personal conversation (§8.1)', () => {
  const shown = 'Anna Schmidt, 943 476 5919, born 11/02/1980';

  it('shows in the body what the role may see', () => {
    assert.equal(kindIn('personal', { ...card(shown), summary: 'Your report INC-2027-4839271' }), undefined);
    const answer = { status: 200, body: { statusCode: 200, value: card(shown) } };
    assert.equal(kindIn('personal', { type: 'invokeResponse', value: answer }), undefined);
  });

  const announced: readonly (readonly [string, object])[] = [
    ['text', { text: shown }],
    ['summary', { ...card('x'), summary: shown }],
    ['speak', { speak: shown }],
    ['attachments', { attachments: [{ contentType: 'text/plain', name: 'schmidt.docx' }] }],
    ['attachments', card('x', { fallbackText: shown })],
    ['attachments', card('x', { speak: shown })],
    ['attachments', card('x', { actions: [{ type: 'Action.ShowCard', card: { fallbackText: shown } }] })],
    ['value', { type: 'invokeResponse', value: { body: { value: { fallbackText: shown } } } }],
    ['channelData', { channelData: { notification: { summary: shown } } }],
  ];
  for (const [part, message] of announced) {
    it(`announces nothing by ${part}: ${JSON.stringify(message).slice(0, 60)}`, () => {
      assert.equal(breachOf('personal', message, identifiers)?.part, part);
    });
  }

  it('refuses any NHS number on a lock screen, even of nobody known', () => {
    assert.equal(breachOf('personal', { summary: 'Call 401 023 2137' }, [])?.kind, 'NHS number');
    assert.equal(breachOf('personal', card('401 023 2137'), []), undefined);
  });
});

describe('breachOf: what passes', () => {
  const sentences = [
    'You have an item to look at: INC-2027-4839271.',
    'A new report waits for you: INC-2027-4839271.',
    'There is an answer to your report INC-2027-4839271.',
    'You have 3 new notices.',
    'INC-2027-4839271',
    'RMR-2027-0000000, due Thursday 28 January 2027 (in 6 working days)',
    'The placement should stand. 2 of 4 cast.',
    'Tied. The chair will decide.',
    'Meeting closed: 5 items decided, 1 deferred. Minutes are in the tab.',
    'For: the placement should stand',
    'The panel may look at it on 12 May 2027 at 10am.',
    'Due May 2027',
    'Will you open it in the tab?',
    'Urgent item of REF-2027-1234567',
    'Ask the duty doctor.',
    'Ask the doctor on duty at the practice.',
    'The practice manager will look at this by Friday 11 December.',
  ];
  for (const text of sentences) {
    it(`lets ${JSON.stringify(text)} pass`, () => {
      for (const surface of [...strict, 'personal'] as const) {
        assert.equal(breachOf(surface, { ...card(text), text, summary: text }, identifiers), undefined);
      }
    });
  }

  it('takes no grammar of cards for a name', () => {
    const people = ['Large Good', 'Heading Medium', 'Anna Body', 'Tom Title', 'Auto Stretch', 'Ada Abe'];
    const styled = {
      type: 'TextBlock',
      text: '1',
      size: 'Large',
      style: 'heading',
      color: 'good',
      width: 'stretch',
    };
    const id = `${'ada'.repeat(5)}7ada7abe${'0'.repeat(41)}`;

    const message = card('2', { body: [styled], actions: [{ type: 'Action.Submit', data: { id } }] });

    assert.equal(breachOf('channel', message, people), undefined);
  });

  it('takes no id of the app for an NHS number', () => {
    const id = `a9434765919b${'c'.repeat(52)}`;

    assert.equal(breachOf('channel', card('x', { actions: [{ data: { id } }] }), []), undefined);
  });

  it('knows a sentence by the letter only', () => {
    const waits = ['Tom Waits'];

    assert.equal(
      breachOf('channel', { text: 'A new report waits for you: INC-2027-4839271.' }, waits),
      undefined,
    );
    assert.ok(breachOf('channel', { text: 'A new report waits for Tom: INC-2027-4839271.' }, waits));
    assert.ok(breachOf('channel', { text: 'A report waits.' }, waits));
  });

  it('reads no address of the conversation', () => {
    const routed = { type: 'message', text: 'x', from: { name: 'Schmidt' }, recipient: { name: 'Schmidt' } };

    assert.equal(
      breachOf('channel', { ...routed, conversation: { name: 'Schmidt' } }, identifiers),
      undefined,
    );
  });

  it('has nothing to say about nothing', () => {
    assert.equal(breachOf('channel', {}, identifiers), undefined);
    assert.equal(breachOf('channel', { text: 'Anything' }, ['', '  ']), undefined);
  });
});

describe('breachOf: safeguarding (§8.1)', () => {
  for (const text of ['SGC-2027-1234567', 'A safeguarding item', 'safe\u00adguarding']) {
    it(`refuses ${JSON.stringify(text)} in channels and groups only`, () => {
      assert.equal(breachOf('channel', { text }, [])?.kind, 'safeguarding');
      assert.equal(breachOf('group', card(text), [])?.kind, 'safeguarding');
      assert.equal(breachOf('personal', { text }, []), undefined);
    });
  }
});

describe('breachOf: what it tells', () => {
  it('names surface, part, kind and reference, and no text', () => {
    const breach = breachOf('channel', { ...card('Anna Schmidt'), summary: 'INC-2027-4839271' }, identifiers);

    assert.deepEqual(breach, {
      surface: 'channel',
      part: 'attachments',
      kind: 'name',
      ref: 'INC-2027-4839271',
    });
  });
});
