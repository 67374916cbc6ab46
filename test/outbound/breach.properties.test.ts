import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noticeTemplates, noticeWords } from '../../bot/desk/noticeWords.ts';
import { REFERENCE_TYPES, makeReference } from '../../bot/domain/references.ts';
import { dateLabel } from '../../bot/domain/time/labels.ts';
import { findNhsNumbers } from '../../bot/domain/people/nhsNumber.ts';
import { breachOf } from '../../bot/outbound/breach.ts';
import { nameWords, plainWords } from '../../bot/outbound/ordinaryWords.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 3, maxLength: 10 })
  .map((chars) => chars.join(''))
  .filter((text) => !plainWords.has(text) && !nameWords.has(text));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

const checkDigits = letters.slice(0, 10).map((_letter, digit) => digit);
const nhsNumber = digits(9).chain((nine) => {
  const whole = checkDigits.map((digit) => `${nine}${digit}`).filter((ten) => findNhsNumbers(ten).length > 0);
  return whole.length > 0 ? fc.constantFrom(...whole) : fc.constant('9434765919');
});
const birthDate = fc
  .record({
    year: fc.integer({ min: 1920, max: 2020 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((date) => Temporal.PlainDate.from(date));
const mobile = digits(8).map((eight) => `077${eight}`);

/** Signs that a reader does not see or passes over. */
const between = fc.constantFrom('', '\u200b', '\u00ad', '.', '-', '*', '_', '\u2060', '<b>');
const mark = fc.constantFrom('', '', '\u0301', '\u0308', '\u0327');
const cased = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  (text: string) => capital(text.toLowerCase()),
);

/** The same word as somebody might write it, by design or by accident. */
const decoratedWord = (text: string) =>
  fc
    .record({
      signs: fc.array(between, { minLength: text.length, maxLength: text.length }),
      marks: fc.array(mark, { minLength: text.length, maxLength: text.length }),
      inCase: cased,
    })
    .map(({ signs, marks, inCase }) =>
      inCase(text)
        .split('')
        .map((letter, at) => `${letter}${marks[at] ?? ''}${at < text.length - 1 ? (signs[at] ?? '') : ''}`)
        .join(''),
    );

const separator = fc.constantFrom('', ' ', '-', ' - ', '.', '\u00a0', '\u2013', '\u200b');
const decoratedDigits = (text: string) =>
  fc.array(separator, { minLength: text.length, maxLength: text.length }).map((signs) =>
    text
      .split('')
      .map((digit, at) => `${digit}${at < text.length - 1 ? signs[at] : ''}`)
      .join(''),
  );

/** "February": the words of a date label are weekday, day, month and year. */
const monthName = (date: Temporal.PlainDate) => dateLabel(date).split(' ')[2] ?? '';
const two = (value: number) => String(value).padStart(2, '0');
const writtenDate = (date: Temporal.PlainDate) => {
  const { day, month, year } = date;
  return fc
    .record({
      sign: fc.constantFrom('/', '-', '.', ' ', ' / '),
      d: fc.constantFrom(String(day), two(day)),
      m: fc.constantFrom(String(month), two(month)),
      y: fc.constantFrom(String(year), two(year % 100)),
      name: fc.constantFrom(monthName(date), monthName(date).slice(0, 3)),
      th: fc.constantFrom('', 'st', 'nd', 'rd', 'th', 'th of'),
    })
    .chain(({ sign, d, m, y, name, th }) =>
      fc.constantFrom(
        [d, m, y].join(sign),
        `${year}-${two(month)}-${two(day)}`,
        `${d}${th} ${name} ${y}`,
        `${name} ${d}, ${y}`,
        `${d}-${name}-${y}`,
        `${two(day)}${two(month)}${year}`,
      ),
    );
};

const places: readonly ((text: string) => object)[] = [
  (text) => ({ type: 'message', text }),
  (text) => ({ type: 'message', summary: `About ${text}, please look` }),
  (text) => ({ attachments: [{ content: { body: [{ type: 'TextBlock', text: `It is (${text}).` }] } }] }),
  (text) => ({ attachments: [{ content: { actions: [{ type: 'Action.Submit', data: { to: [text] } }] } }] }),
  (text) => ({ attachments: [{ content: { fallbackText: text } }] }),
];
const surface = fc.constantFrom('channel', 'group', 'notification');
const place = fc.constantFrom(...places);

/** Each of `forms` of one person, put anywhere, is found. */
function refusesEvery<T>(
  person: fc.Arbitrary<T>,
  identifier: (of: T) => string,
  form: (of: T) => fc.Arbitrary<string>,
) {
  const slip = person.chain((of) =>
    fc.record({ of: fc.constant(of), text: form(of), put: place, on: surface, others: fc.array(word) }),
  );
  fc.assert(
    fc.property(slip, ({ of, text, put, on, others }) => {
      assert.ok(breachOf(on, put(text), [...others, identifier(of)]), JSON.stringify(put(text)));
    }),
    { numRuns: 400 },
  );
}

type Name = readonly [string, string];
const asName = ([first, last]: Name) => `${capital(first)} ${capital(last)}`;
const dotted = ([first, last]: Name) => `${first.charAt(0)}.${last.charAt(0)}.`.toUpperCase();

describe('breachOf, for any person', () => {
  const name = fc.tuple(word, word);

  it('HS-13 finds any word of a name, however it is decorated', () => {
    refusesEvery(name, asName, ([first, last]) => fc.constantFrom(first, last).chain(decoratedWord));
  });

  it('HS-13 finds a spaced-out name', () => {
    refusesEvery(name, asName, ([, last]) => fc.constant(last.split('').join(' ')));
  });

  it('HS-13 finds initials with points', () => {
    const usual = name.filter((both) => !['E.G.', 'I.E.', 'A.M.', 'P.M.'].includes(dotted(both)));
    refusesEvery(usual, asName, (both) => fc.constant(dotted(both)));
  });

  it('HS-13 finds an NHS number in any grouping, known or not', () => {
    refusesEvery(nhsNumber, (number) => number, decoratedDigits);
    refusesEvery(
      nhsNumber,
      () => 'Nobody Known',
      (ten) =>
        fc.constantFrom(
          ten,
          `${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`,
          ten.split('').join('-'),
        ),
    );
  });

  it('HS-13 finds a telephone number with or without its country', () => {
    refusesEvery(
      mobile,
      (number) => number,
      (number) =>
        fc
          .constantFrom('', '+44 ', '0044', '+44 (0)')
          .chain((prefix) =>
            decoratedDigits(prefix === '' ? number : number.slice(1)).map((text) => `${prefix}${text}`),
          ),
    );
  });

  it('HS-13 finds a date of birth in British and ISO forms', () => {
    refusesEvery(birthDate, (date) => date.toString(), writtenDate);
  });

  it('HS-13 finds four words in a row of an account', () => {
    const account = fc.array(word, { minLength: 8, maxLength: 40 });
    refusesEvery(
      account,
      (words) => words.join(' '),
      (words) =>
        fc
          .integer({ min: 0, max: words.length - 4 })
          .chain((start) =>
            fc
              .constantFrom(' ', ', ', '-', ' **', '\n')
              .map((sign) => words.slice(start, start + 4).join(sign)),
          ),
    );
  });

  it('lets references and the sentences of the app pass, whatever the person is called', () => {
    const reference = fc
      .tuple(
        fc.constantFrom(...REFERENCE_TYPES.filter((type) => type !== 'SGC')),
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 0, max: 999_999 }),
      )
      .map(([type, year, number]) => makeReference(type, year, number));
    const people = fc.array(
      fc.oneof(word, nhsNumber, mobile, birthDate.map(String), fc.constantFrom('May Will', 'Tom Waits')),
    );

    fc.assert(
      fc.property(
        people,
        reference,
        fc.constantFrom(...noticeTemplates),
        place,
        surface,
        (known, ref, template, put, on) => {
          assert.equal(breachOf(on, { text: noticeWords(template, ref), summary: ref }, known), undefined);
          const spoken = known.flatMap((one) => one.toLowerCase().split(' '));
          fc.pre(!['about', 'please', 'look', 'it', 'is'].some((own) => spoken.includes(own)));
          assert.equal(breachOf(on, put(ref), known), undefined);
        },
      ),
      { numRuns: 400 },
    );
  });
});
