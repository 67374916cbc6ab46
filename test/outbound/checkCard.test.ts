import assert from 'node:assert/strict';
import { checkCard } from '../support/checkCard.ts';

const sound = () => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Hello', wrap: true, size: 'large', style: 'heading' },
    { type: 'Input.Text', id: 'what', label: 'What', isRequired: true, errorMessage: 'Say what.' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      verb: 'go',
      title: 'Go',
      data: { a: 1 },
      fallback: { type: 'Action.Submit', title: 'Go', data: { verb: 'go', a: 1 } },
    },
  ],
});

type Card = ReturnType<typeof sound>;

describe('checkCard', () => {
  it('finds nothing in a sound card, and leaves no browser behind', () => {
    assert.deepEqual(checkCard(sound()), []);

    assert.equal('document' in globalThis, false);
    assert.equal('HTMLElement' in globalThis, false);
  });

  const spoiled: readonly [string, (card: Card) => object][] = [
    ['an element nobody knows', (card) => ({ ...card, body: [{ type: 'TextBlok', text: 'x' }] })],
    ['a size nobody knows', (card) => ({ ...card, body: [{ ...card.body[0], size: 'huge' }] })],
    ['a misspelled property', (card) => ({ ...card, body: [{ ...card.body[0], wrapp: true }] })],
    ['an input without a label', (card) => ({ ...card, body: [{ ...card.body[1], label: '' }] })],
    ['an input without an id', (card) => ({ ...card, body: [{ type: 'Input.Text', label: 'What' }] })],
    ['two inputs of one id', (card) => ({ ...card, body: [card.body[1], card.body[1]] })],
    ['another version', (card) => ({ ...card, version: '1.6' })],
    ['an action nobody knows', (card) => ({ ...card, actions: [{ type: 'Action.Go', title: 'Go' }] })],
    [
      'a button that old clients cannot press',
      (card) => ({ ...card, actions: [{ ...card.actions[0], fallback: 'drop' }] }),
    ],
    [
      'a button that old clients misread',
      (card) => ({
        ...card,
        actions: [{ ...card.actions[0], fallback: { type: 'Action.Submit', tittle: 'Go' } }],
      }),
    ],
    ['seven buttons', (card) => ({ ...card, actions: Array.from({ length: 7 }, () => card.actions[0]) })],
    ['an expression left over', (card) => ({ ...card, body: [{ type: 'TextBlock', text: '${name}' }] })],
    ['too much', (card) => ({ ...card, body: [{ type: 'TextBlock', text: 'x'.repeat(26_000) }] })],
  ];
  for (const [what, spoil] of spoiled) {
    it(`finds ${what}`, () => {
      assert.notDeepEqual(checkCard(spoil(sound())), []);
    });
  }
});
