import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePhone } from '../../../bot/domain/people/phone.ts';
import { passed, refusal } from './checking.ts';

const patient = { forPatient: true };

describe('telephone numbers', () => {
  const accepted: [string, string][] = [
    ['07700 900123', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['(01902) 555 123', '+441902555123'],
    ['0113-496-0999', '+441134960999'],
    ['016977 2345', '+44169772345'],
    ['0800 123456', '+44800123456'],
    ['0300 123 4567', '+443001234567'],
    ['+33 1 23 45 67 89', '+33123456789'],
    ['00 33 1 23 45 67 89', '+33123456789'],
    ['+1 212 555 0100', '+12125550100'],
  ];
  for (const [typed, e164] of accepted) {
    it(`§5.4 ${typed} is kept as typed and as ${e164}`, () => {
      assert.deepEqual(passed(parsePhone(` ${typed} `, patient)), { value: { typed, e164 }, rules: [] });
    });
  }

  it('§5.4 an extension stays in what was typed', () => {
    assert.deepEqual(passed(parsePhone('01902 555123 ext 12')).value, {
      typed: '01902 555123 ext 12',
      e164: '+441902555123',
    });
  });

  const drama: [string, number][] = [
    ['07700900', 999],
    ['0207946', 999],
    ['0121496', 999],
    ['0113496', 999],
    ['01632960', 999],
  ];
  for (const [prefix, last] of drama) {
    it(`§5.4 every number of the drama range ${prefix} is accepted`, () => {
      fc.assert(
        fc.property(fc.nat(last), (n) => {
          const suffix = String(n).padStart(11 - prefix.length, '0');
          const typed = `${prefix}${suffix}`;
          assert.equal(passed(parsePhone(typed, patient)).value.e164, `+44${typed.slice(1)}`);
        }),
      );
    });
  }

  const length = [
    '07700 90012',
    '07700 9001234',
    '0800 1111',
    '0300 123',
    '020 7946 00',
    '020 7946 000',
    '+33 1 23',
    '+44 7700 90012345',
  ];
  for (const typed of length) {
    it(`§5.4 ${typed} is refused for its length`, () => {
      assert.match(refusal(parsePhone(typed, patient)), /too few or too many digits/);
    });
  }

  for (const typed of ['999', '101', '111', '60777', '116 123']) {
    it(`§5.4 the short code ${typed} is refused in words of its own`, () => {
      assert.match(refusal(parsePhone(typed, patient)), /short number/);
    });
  }

  for (const typed of ['07700 900123 Mum', '07700 900123 or 07700 900124', 'ring 020 7946 0000 after 5pm']) {
    it(`§5.4 ${typed} is not one number`, () => {
      assert.match(refusal(parsePhone(typed)), /one number only/);
    });
  }

  for (const typed of ['', '   ', 'none', '+']) {
    it(`§5.4 ${JSON.stringify(typed)} asks for a number`, () => {
      assert.match(refusal(parsePhone(typed)), /Add a telephone number/);
    });
  }

  it('§5.4 a premium number of a patient earns a warning, anyone else’s does not', () => {
    assert.deepEqual(passed(parsePhone('09011 234567', patient)).rules, ['§5.4']);
    assert.deepEqual(passed(parsePhone('+44 9011 234567', patient)).rules, ['§5.4']);
    assert.deepEqual(passed(parsePhone('09011 234567')).rules, []);
  });

  it('§5.4 a foreign number that begins with 9 is not a premium one', () => {
    assert.deepEqual(passed(parsePhone('+34 912 34 56 78', patient)).rules, []);
  });

  it('§5.4 a patient’s number has at least 9 digits, abroad too', () => {
    const saintHelena = '+290 22222';

    assert.equal(passed(parsePhone(saintHelena)).value.e164, '+29022222');
    assert.match(refusal(parsePhone(saintHelena, patient)), /too few/);
  });

  it('§5.4 any text gets an answer, and an accepted British number has 9 or 10 digits after +44', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+]?[0-9 ()x-]*$/), (typed) => {
        const checked = parsePhone(typed, patient);
        if (checked.ok && checked.value.e164.startsWith('+44')) {
          assert.match(checked.value.e164, /^[+]44[1-9][0-9]{8,9}$/);
        }
      }),
    );
  });
});
