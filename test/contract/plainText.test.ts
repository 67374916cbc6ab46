import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { z } from 'zod';
import { commands } from '../../bot/contract/commands.ts';
import { plainText } from '../../bot/contract/plainText.ts';
import { aReport } from '../support/house.ts';

describe('plainText', () => {
  const cases: readonly (readonly [what: string, typed: string, kept: string])[] = [
    ['controls', 'a\u0000b\u0007c\u001b[31m\u007fd\u0085e', 'abc[31mde'],
    ['tabs and ends of lines', 'a\tb\r\nc\n', 'a\tb\r\nc\n'],
    ['signs that turn the direction', 'Mill\u202ekoorb\u202c \u2066x\u2069', 'Millkoorb x'],
    ['halves of characters', 'a\ud800b', 'a\ufffdb'],
    [
      'letters of any script, marks and emoji',
      'Zoë Ní Bhriain 李 مريم 👩‍⚕️ £5',
      'Zoë Ní Bhriain 李 مريم 👩‍⚕️ £5',
    ],
  ];
  for (const [what, typed, kept] of cases) {
    it(what, () => {
      assert.equal(plainText(typed), kept);
    });
  }

  it('leaves what it has tidied as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        assert.equal(plainText(plainText(typed)), plainText(typed));
      }),
    );
  });

  it('is done to every text field of every command, before its length is judged', () => {
    const parsed = commands['incident.report'].input.parse(
      aReport({
        narrative: `He shouted\u0000\u202e at us.`,
        witnesses: '\u0007\u0007',
        personName: 'A\u0000B',
      }),
    );

    assert.equal(parsed.narrative, 'He shouted at us.');
    assert.equal(parsed.witnesses, undefined);
    assert.equal(parsed.personName, 'AB');
    const short = commands['incident.addFacts'].input.safeParse({
      ref: 'x',
      text: `short${'\u0000'.repeat(20)}`,
    });
    assert.equal(short.success, false);
  });

  it('no free text of a command is left out: each is tidied, or has a pattern or a list to fit', () => {
    const loose = Object.entries(commands).flatMap(([name, { input }]) =>
      Object.entries(input.shape as Readonly<Record<string, z.ZodType>>).flatMap(([field, schema]) => {
        const parsed = schema.safeParse('long enough to be a text\u0000\u202e of some kind');
        const kept = parsed.success ? String(parsed.data) : '';
        const isKept = kept.includes('\u202e') || kept.includes('\u0000');
        return isKept ? [`${name} ${field}`] : [];
      }),
    );

    // References and ids are looked up as they came, and shown to nobody.
    assert.deepEqual(
      loose.filter(
        (one) =>
          !/ (ref|referral|confirm|message|other|about|meeting|id|schemePlacement|profile|phone|email|odsCode)$/.test(
            one,
          ),
      ),
      [],
    );
  });
});
