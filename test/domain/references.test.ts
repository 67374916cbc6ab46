import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeReference, isMistyped, parseReference, REFERENCE_TYPES } from '../../bot/domain/references.ts';

const type = fc.constantFrom(...REFERENCE_TYPES);
const year = fc.integer({ min: 2023, max: 2099 });
const sixDigits = fc.nat(999_999);
const reference = fc.tuple(type, year, sixDigits).map((parts) => makeReference(...parts));

// The places of the digits in INC-2027-4839272: four of the year, seven of the number.
const DIGIT_PLACES = [4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15];

describe('references', () => {
  it('§10 D21 are type, year, six digits and a check digit', () => {
    assert.equal(makeReference('INC', 2027, 483_927), 'INC-2027-4839272');
    assert.match(makeReference('REF', 2026, 0), /^REF-2026-000000[0-9]$/);
    assert.equal(REFERENCE_TYPES.length, 17);
  });

  it('§10 D21 read back as what they were made of', () => {
    fc.assert(
      fc.property(type, year, sixDigits, (type, year, sixDigits) => {
        const ref = makeReference(type, year, sixDigits);
        assert.deepEqual(parseReference(ref), { type, year, ref });
      }),
    );
  });

  for (const typed of [
    'inc-2027-4839272',
    ' INC 2027 4839272\n',
    'Inc20274839272',
    'inc–2027–483 9272',
    'I N C-2027-4839272',
  ]) {
    it(`D21 ${JSON.stringify(typed)} is understood`, () => {
      assert.deepEqual(parseReference(typed), { type: 'INC', year: 2027, ref: 'INC-2027-4839272' });
    });
  }

  const foreign = [
    '',
    'INC',
    'INC-2027',
    'INC-2027-483927',
    'INC-2027-48392720',
    'INC-0027-4839272',
    'XYZ-2027-4839272',
    'INC-2027-483927O',
    'status INC-2027-4839272',
    'INC/2027/4839272',
  ];
  for (const typed of foreign) {
    it(`D21 ${JSON.stringify(typed)} is no reference`, () => {
      assert.equal(parseReference(typed), undefined);
    });
  }

  it('D21 the check digit follows Damm’s scheme: a year and number that run to 0 are the only ones taken', () => {
    fc.assert(
      fc.property(reference, (ref) => {
        const others = Array.from({ length: 10 }, (_, digit) => `${ref.slice(0, -1)}${digit}`);
        assert.deepEqual(
          others.filter((other) => parseReference(other)),
          [ref],
        );
      }),
    );
  });

  it('D21 every single wrong digit is caught, in the year and in the number', () => {
    fc.assert(
      fc.property(reference, (ref) => {
        for (const place of DIGIT_PLACES) {
          for (let shift = 1; shift < 10; shift += 1) {
            const digit = (Number(ref[place]) + shift) % 10;
            const mistyped = `${ref.slice(0, place)}${digit}${ref.slice(place + 1)}`;
            assert.equal(parseReference(mistyped), undefined, `${ref} as ${mistyped}`);
          }
        }
      }),
    );
  });

  it('D21 every swap of two neighbouring digits is caught, across the hyphen too', () => {
    fc.assert(
      fc.property(reference, (ref) => {
        DIGIT_PLACES.slice(1).forEach((place, index) => {
          const before = DIGIT_PLACES[index] ?? 0;
          if (ref[before] === ref[place]) return;
          const between = ref.slice(before + 1, place);
          const mistyped = `${ref.slice(0, before)}${ref[place]}${between}${ref[before]}${ref.slice(place + 1)}`;
          assert.equal(parseReference(mistyped), undefined, `${ref} as ${mistyped}`);
        });
      }),
    );
  });

  it('D21 the same number under another type seldom passes', () => {
    const taken = REFERENCE_TYPES.filter((type) => parseReference(`${type}-2027-4839272`));

    assert.ok(taken.includes('INC'));
    assert.ok(taken.length <= 3, taken.join());
  });

  it('D21 tells a wrong digit from what is no reference at all', () => {
    const all = [
      'PLC-2027-4839278',
      'plc20274839278',
      'PLC-2027-4839279',
      'PLC-2027-483927',
      'XYZ-2027-4839279',
      '',
    ];

    assert.deepEqual(all.filter(isMistyped), ['PLC-2027-4839278', 'plc20274839278']);
  });

  it('D21 a number or year out of range throws', () => {
    for (const n of [-1, 1_000_000, 1.5, Number.NaN]) {
      assert.throws(() => makeReference('INC', 2027, n), RangeError);
    }
    for (const year of [27, 10_000, 2027.5]) {
      assert.throws(() => makeReference('INC', year, 1), RangeError);
    }
  });
});
