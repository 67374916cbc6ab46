import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderCard, type CardData } from '../../bot/outbound/renderCard.ts';
import { checkCard } from '../support/checkCard.ts';

const cardOf = (...body: object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });
const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, ...more });
const textOf = (card: { readonly body: readonly object[] }, at = 0): unknown => {
  const element: { readonly text?: unknown } = card.body[at] ?? {};
  return element.text;
};
/** What a Markdown reader makes of backslashes. */
const asRead = (text: unknown) =>
  String(text)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('\u00a0', ' ');

/** Spaces at the start of a line are shown by others, and what is no character is not shown. */
const tidy = (text: string) => text.toWellFormed().replaceAll(/[ \t\u00a0\uFDD0]/g, '');

describe('renderCard', () => {
  it('fills texts, repeats over lists and keeps numbers and booleans', () => {
    const template = cardOf(block('Hello ${name}'), block('${$index}: ${what}', { $data: '${items}' }), {
      type: 'Input.Number',
      id: 'n',
      label: 'n',
      value: '${values.n}',
    });

    const card = renderCard(template, {
      name: 'Ada',
      items: [{ what: 'a' }, { what: 'b' }],
      values: { n: 3 },
    });

    assert.deepEqual(card.body, [
      block('Hello Ada'),
      block('0: a'),
      block('1: b'),
      { type: 'Input.Number', id: 'n', label: 'n', value: 3 },
    ]);
  });

  const markdown = [
    '**bold** and _slanted_ and `code` and ~~gone~~',
    '[click](https://evil.example)',
    '![x](https://evil.example/x.png)',
    '<at>Everyone</at> & <b>x</b>',
    '# Title',
    '- a list\n+ another\n* third',
    '1. one\n2) two',
    'Title\n=====',
    '> said',
    '    code',
    '{{DATE(2027-01-11T10:00:00Z, SHORT)}}',
    'a backslash \\ and \\* one more',
    '${$root.secret} and ${name}',
  ];
  for (const typed of markdown) {
    it(`shows ${JSON.stringify(typed)} as it was typed`, () => {
      const card = renderCard(cardOf(block('${said}')), { said: typed, secret: 'never' });

      assert.equal(asRead(textOf(card)), typed);
      assert.notEqual(textOf(card), typed.includes('$') ? 'never' : typed);
      assert.doesNotMatch(String(textOf(card)), /(?<!\\)[*_`~[\]<>&]|^(?:[#+=-]|\d+[.)])|\{\{|never/m);
    });
  }

  it('HS-13 shows any text as it was typed and never fills it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        assert.equal(tidy(asRead(renderedAlone(typed))), tidy(typed));
        assert.equal(tidy(asRead(renderedAlone(typed, 'Said: ${said}'))), tidy(`Said: ${typed}`));
      }),
    );
  });
  const renderedAlone = (typed: string, template = '${said}') =>
    textOf(renderCard(cardOf(block(template)), { said: typed, secret: 'never' }));
  it('leaves a reference as it is', () => {
    assert.equal(renderedAlone('INC-2027-4839271'), 'INC-2027-4839271');
  });

  it('leaves what is below `values` raw, for inputs and actions', () => {
    const template = cardOf({ type: 'Input.Text', id: 'a', label: 'A', value: '${values.typed}' });

    const card = renderCard(template, { values: { typed: '**a** ${b} _c_' } });

    assert.deepEqual(card.body, [{ type: 'Input.Text', id: 'a', label: 'A', value: '**a** ${b} _c_' }]);
  });

  const rawInMarkdown: readonly [string, object][] = [
    ['a text', block('${values.name}')],
    ['a text inside a sentence', block('Hello ${toUpper(values.name)}')],
    ['a fact', { type: 'FactSet', facts: [{ title: 'Name', value: '${values.name}' }] }],
    ['a repeated text', block('${name}', { $data: '${values.items}' })],
  ];
  for (const [where, element] of rawInMarkdown) {
    it(`refuses a template that puts raw data into ${where}`, () => {
      const data = { values: { name: '[x](y)', items: [{ name: '[x](y)' }] } };

      assert.throws(() => renderCard(cardOf(element), data), /raw data where Markdown/);
    });
  }

  it('fills choices from raw data', () => {
    const choices = [{ $data: '${values.sites}', title: '${name}', value: '${name}' }];
    const template = cardOf({ type: 'Input.ChoiceSet', id: 'site', label: 'Site', choices });

    const card = renderCard(template, { values: { sites: [{ name: 'A_1' }, { name: 'B_2' }] } });

    assert.deepEqual(checkCard(card), []);
    assert.match(JSON.stringify(card), /"title":"A_1","value":"A_1"/);
  });

  const unfilled: readonly [string, object, CardData][] = [
    ['a text alone', block('${name}'), {}],
    ['a text in a sentence', block('Hello ${name}'), {}],
    ['a field of something missing', block('${person.name}'), {}],
    ['a list', block('fixed', { $data: '${items}' }), {}],
    ['a null', block('${name}'), { name: null as unknown as string }],
    ['a null in a sentence', block('Hello ${name}'), { name: null as unknown as string }],
    ['an undefined', block('${name}'), { name: undefined as unknown as string }],
    ['something that is no number', block('${n}'), { n: Number.NaN }],
    ['a function nobody knows', block('Hello ${shout(name)}'), { name: 'a' }],
  ];
  for (const [what, element, data] of unfilled) {
    it(`refuses to print ${what} that has no value`, () => {
      assert.throws(() => renderCard(cardOf(element), data), Error);
    });
  }

  const structure = { person: { type: 'Action.OpenUrl', url: 'https://evil.example' }, list: [1, 2] };
  for (const element of [
    block('${person}'),
    block('Hello ${person}'),
    block('${list}'),
    { type: 'Container', items: '${list}' },
    { type: 'Container', items: [], selectAction: '${person}' },
  ]) {
    it(`lets no object of the data become structure in ${JSON.stringify(element)}`, () => {
      assert.throws(() => renderCard(cardOf(element), structure), Error);
    });
  }

  it('drops a part whose `$when` is missing or false', () => {
    const template = cardOf(
      block('always'),
      block('${a}', { $when: '${exists(a)}' }),
      block('b', { $when: '${b}' }),
    );

    assert.deepEqual(renderCard(template, { b: false }).body, [block('always')]);
    assert.deepEqual(renderCard(template, { a: 'x', b: true }).body, [
      block('always'),
      block('x'),
      block('b'),
    ]);
  });

  it('forgets one occasion before the next', () => {
    const template = cardOf(block('${name}'));
    renderCard(template, { name: 'first' });

    assert.throws(() => renderCard(template, {}));
    assert.equal(textOf(renderCard(template, { name: 'second' })), 'second');
  });

  const spoiled: readonly [string, object][] = [
    ['over 25 KB', cardOf(block('x'.repeat(25 * 1024)))],
    [
      'of seven actions',
      { ...cardOf(block('x')), actions: Array.from({ length: 7 }, () => ({ type: 'Action.Submit' })) },
    ],
    [
      'of seven actions deep inside',
      cardOf({ type: 'ActionSet', actions: Array.from({ length: 7 }, () => ({})) }),
    ],
    ['of version 1.4', { ...cardOf(block('x')), version: '1.4' }],
    ['without a body', { type: 'AdaptiveCard', version: '1.5' }],
    ['of another type', { ...cardOf(block('x')), type: 'HeroCard' }],
  ];
  for (const [what, template] of spoiled) {
    it(`refuses a card ${what}`, () => {
      assert.throws(() => renderCard(template, {}), Error);
    });
  }
});
