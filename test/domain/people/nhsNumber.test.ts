import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  displayNhsNumber,
  findNhsNumbers,
  otherNhsNumberWarning,
  parseNhsNumber,
} from '../../../bot/domain/people/nhsNumber.ts';
import { passed, refusal } from './checking.ts';

const testing = { allowTestRange: true };

const VALID = [
  '9990000018',
  '9990000026',
  '9990000034',
  '9990000042',
  '9990000050',
  '9990000069',
  '9990000107',
  '9990000190',
  '9990000204',
  '9990000298',
  '9990000301',
  '9990000409',
  '9434765919',
];

const nhsNumber = fc
  .array(fc.nat(9), { minLength: 9, maxLength: 9 })
  .map((digits) => digits.join(''))
  .map((base) => ({ base, check: checkDigit(base) }))
  .filter(({ base, check }) => check < 10 && Number(base) > 0)
  .map(({ base, check }) => `${base}${check}`);

describe('NHS numbers', () => {
  for (const number of VALID) {
    it(`§5.1 ${number} is valid where test numbers may be used`, () => {
      assert.equal(passed(parseNhsNumber(number, testing)).value, number);
    });
  }

  for (const number of VALID.filter((valid) => valid.startsWith('999'))) {
    it(`§5.1 ${number} is refused in production, being for tests`, () => {
      assert.match(refusal(parseNhsNumber(number)), /999 are for testing only/);
    });
  }

  it('§5.1 943 476 5919 is valid in production', () => {
    assert.equal(passed(parseNhsNumber('943 476 5919')).value, '9434765919');
  });

  const wrong = ['9990000019', '9991234560', '9876543214', '9876543211', '0000000000'];
  for (const number of wrong) {
    it(`§5.1 ${number} is refused: a digit is wrong`, () => {
      assert.match(refusal(parseNhsNumber(number, testing)), /a digit is wrong/);
    });
  }

  for (const base of ['999000000', '999000014', '999000028', '999000031', '999123456']) {
    it(`§5.1 no tenth digit makes ${base} valid: its check would be 10`, () => {
      for (let digit = 0; digit < 10; digit += 1) {
        refusal(parseNhsNumber(`${base}${digit}`, testing));
      }
    });
  }

  it('§5.1 says how many digits are missing or too many', () => {
    assert.match(refusal(parseNhsNumber('999000001', testing)), /10 digits and this has 9/);
    assert.match(refusal(parseNhsNumber('94347659190', testing)), /10 digits and this has 11/);
  });

  it('§5.1 letters are refused, also those that look like digits', () => {
    assert.match(refusal(parseNhsNumber('99900000I8', testing)), /digits only/);
    assert.match(refusal(parseNhsNumber('٩٤٣٤٧٦٥٩١٩', testing)), /digits only/);
  });

  it('§5.1 nothing at all asks for the number', () => {
    assert.match(refusal(parseNhsNumber('  - ')), /Add the NHS number/);
  });

  for (const typed of [
    '943 476 5919',
    '943-476-5919',
    ' 9434765919\n',
    '943\u00a0476\u20115919',
    '\u200b943 – 476 – 5919',
  ]) {
    it(`§5.1 spaces and hyphens do not matter: ${JSON.stringify(typed)}`, () => {
      assert.equal(passed(parseNhsNumber(typed)).value, '9434765919');
    });
  }

  it('§5.1 is displayed 3-3-4', () => {
    assert.equal(displayNhsNumber('9434765919'), '943 476 5919');
  });

  it('§5.1 what is displayed reads back as the same number, and any one wrong digit is refused', () => {
    fc.assert(
      fc.property(nhsNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        assert.equal(passed(parseNhsNumber(displayNhsNumber(number), testing)).value, number);
        const digit = (Number(number[place]) + shift) % 10;
        refusal(parseNhsNumber(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`, testing));
      }),
    );
  });
});

describe('NHS numbers in free text', () => {
  it('W-08 are found however they are spaced, once each, in order', () => {
    const text =
      'He named Jo (9434765919), then 999-000-0018. NHS number:999 000 0026; again 943 476 5919 and 943 476\n5919.';

    assert.deepEqual(findNhsNumbers(text), ['9434765919', '9990000018', '9990000026']);
  });

  it('W-08 are found right behind another figure', () => {
    assert.deepEqual(findNhsNumbers('room 12 943 476 5919'), ['9434765919']);
  });

  const none = [
    'Ring 020 7946 0000 or 07700 900123.',
    'CAD 4821/10DEC26, log 26/0098127/26',
    'wrong check digit 943 476 5918',
    '0000000000',
    'inside a longer number 19434765919 or 94347659190',
    'on 12-12-2026 at 10:30',
    '',
  ];
  for (const text of none) {
    it(`W-08 finds none in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(findNhsNumbers(text), []);
    });
  }

  it('W-08 a date with a time of day is not read as a number', () => {
    assert.deepEqual(findNhsNumbers('94-34-7659 19'), ['9434765919']);
    assert.deepEqual(findNhsNumbers('94-34-7659 19:30'), []);
  });

  it('W-08 any valid number is found in any wordy text', () => {
    const words = fc.stringMatching(/^[A-Za-z ,.:]*$/);
    fc.assert(
      fc.property(words, nhsNumber, words, (before, number, after) => {
        assert.deepEqual(findNhsNumbers(`${before}${displayNhsNumber(number)}${after}`), [number]);
      }),
    );
  });

  it('W-08 warns of another person’s number, not of the patient’s own', () => {
    assert.equal(otherNhsNumberWarning('seen 943 476 5919', '9434765919'), undefined);
    assert.equal(otherNhsNumberWarning('nobody named'), undefined);
    assert.equal(otherNhsNumberWarning('seen 943 476 5919')?.rule, 'W-08');
    assert.equal(otherNhsNumberWarning('943 476 5919, 999 000 0018', '9434765919')?.rule, 'W-08');
  });
});

// By trial: the digit that makes the weighted sum of all ten divisible by 11, or 10 when there is none.
function checkDigit(base: string): number {
  const sum = Array.from(base, (digit, place) => Number(digit) * (10 - place)).reduce((a, b) => a + b, 0);
  let check = 0;
  while ((sum + check) % 11 !== 0) check += 1;
  return check;
}
