import assert from 'node:assert/strict';
import { parseEmail, parseSecureEmail } from '../../../bot/domain/people/email.ts';
import { passed, refusal } from './checking.ts';

describe('contact e-mail', () => {
  for (const [typed, value] of [
    [' jo.bloggs@nhs.net ', 'jo.bloggs@nhs.net'],
    ['Jo.Bloggs@NHS.NET', 'Jo.Bloggs@nhs.net'],
    ['reception@example-trust.nhs.uk', 'reception@example-trust.nhs.uk'],
  ] as const) {
    it(`W-09 ${typed} is secure`, () => {
      assert.deepEqual(passed(parseEmail(typed)), { value, rules: [] });
    });
  }

  const elsewhere = [
    'jo@example.com',
    'jo@nhs.net.example.com',
    'jo@notnhs.net',
    'jo@mail.nhs.net',
    'jo@fakenhs.uk',
    'jo@nhs.uk',
    'nhs.net@example.org',
  ];
  for (const typed of elsewhere) {
    it(`W-09 ${typed} is not on the secure list`, () => {
      assert.deepEqual(passed(parseEmail(typed)), { value: typed, rules: ['W-09'] });
    });
  }

  it('W-09 an area’s own list takes the place of the usual one', () => {
    const list = ['nhs.net', 'Council.Example'];

    assert.deepEqual(passed(parseEmail('jo@council.example', list)).rules, []);
    assert.deepEqual(passed(parseEmail('jo@example-trust.nhs.uk', list)).rules, ['W-09']);
  });

  for (const typed of ['', 'jo', 'jo@', '@nhs.net', 'jo@nhs', 'jo@nhs.net, al@nhs.net', 'Jo <jo@nhs.net>']) {
    it(`W-09 ${JSON.stringify(typed)} is no e-mail address`, () => {
      assert.match(refusal(parseEmail(typed)), /Type one full e-mail address/);
    });
  }
});

describe('e-mail that patient data would go to', () => {
  it('HS-13 a secure address stands, with its domain in small letters', () => {
    assert.deepEqual(passed(parseSecureEmail(' Office.Millbrook@NHS.net ')), {
      value: 'Office.Millbrook@nhs.net',
      rules: [],
    });
  });

  for (const typed of ['jo@example.com', 'jo@nhs.net.example.com', 'jo@nhs.uk', 'nhs.net@example.org']) {
    it(`HS-13 ${typed} is refused, with a way out`, () => {
      assert.match(refusal(parseSecureEmail(typed)), /not secure e-mail.*Type an nhs\.net address/);
    });
  }

  it('HS-13 an area’s own list counts here too', () => {
    assert.equal(
      passed(parseSecureEmail('jo@council.example', ['council.example'])).value,
      'jo@council.example',
    );
  });

  it('what is no address at all is told so', () => {
    assert.match(refusal(parseSecureEmail('jo')), /Type one full e-mail address/);
  });
});
