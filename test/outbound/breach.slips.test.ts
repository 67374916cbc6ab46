import assert from 'node:assert/strict';
import { breachOf } from '../../bot/outbound/breach.ts';
import { card, identifiers, strict } from './slips.ts';

describe('breachOf: what slips through nowhere (§8.1, HS-13)', () => {
  const slips: readonly (readonly [string, string])[] = [
    // Names: case, accents, spacing, punctuation, invisible signs, mark-up.
    ['name', 'Meeting about Anna-Lena Schmidt'],
    ['name', 'see schmidt'],
    ['name', 'SCHMIDT'],
    ['name', "Schmidt's case"],
    ['name', 'Anna is due'],
    ['name', 'annalena'],
    ['name', 'S c h m i d t'],
    ['name', 'S.c.h.m.i.d.t'],
    ['name', 'Sch-midt'],
    ['name', 'Sch\u200bmi\u00addt'],
    ['name', 'Sch\u2060midt'],
    ['name', 'Schmídt'],
    ['name', 'ＳＣＨＭＩＤＴ'],
    ['name', '𝓢𝓬𝓱𝓶𝓲𝓭𝓽'],
    ['name', '**Sch**midt'],
    ['name', 'Sch<b>midt</b>'],
    ['name', 'Sch&#109;idt'],
    ['name', 'Sch&shy;midt'],
    ['name', 'https://x.example/?who=Anna%20Schmidt'],
    ['name', 'https://x.example/?who=Anna%2520Schmidt'],
    ['name', String.raw`{"who":"\u0053chmidt"}`],
    ['name', 'anna_schmidt2'],
    ['name', 'mailto:schmidt@x.example'],
    ['name', 'xannalenaschmidtx'],
    ['name', 'ONeill'],
    ['name', "o'neill"],
    ['name', 'O Neill'],
    ['name', 'Zoe'],
    ['name', 'BRONTE'],
    ['name', 'Tindall'],
    ['name', 'Okonkwo'],
    ['name', 'Li Wu'],
    ['name', 'Wu, Li'],
    ['name', 'li-wu'],
    ['name', 'Ask Mr Wu'],
    ['name', 'L. Wu'],
    ['name', 'WU'],
    ['name', 'may will'],
    ['name', 'Ask Will about it'],
    ['name', 'Mrs. May'],
    ['name', 'M. Will'],
    ['name', 'Will'],
    ['name', 'the duty doctor told Waits'],
    ['initials', 'T. W.'],
    ['initials', 'T.W. is next'],
    ['initials', 'for TW'],
    ['initials', 'for T W'],
    // Numbers.
    ['NHS number', '9434765919'],
    ['NHS number', '943-476-5919'],
    ['NHS number', '943 – 476 – 5919'],
    ['NHS number', '9 4 3 4 7 6 5 9 1 9'],
    ['NHS number', '943.476.5919'],
    ['NHS number', '943\u200b476\u200b5919'],
    ['NHS number', '٩٤٣٤٧٦٥٩١٩'],
    ['NHS number', 'NHS9434765919X'],
    ['NHS number', 'of somebody else: 401 023 2137'],
    ['telephone number', '07700900123'],
    ['telephone number', '+44 7700 900 123'],
    ['telephone number', '+44 (0)7700 900123'],
    ['telephone number', '0044-7700-900123'],
    ['telephone number', '7700900123'],
    ['telephone number', '+44 1902 555014'],
    // Dates of birth.
    ['date of birth', '11/02/1980'],
    ['date of birth', '11.2.80'],
    ['date of birth', '11 - 02 - 1980'],
    ['date of birth', '1980-02-11'],
    ['date of birth', '1980-02-11T00:00:00Z'],
    ['date of birth', '19800211'],
    ['date of birth', '11021980'],
    ['date of birth', '110280'],
    ['date of birth', '11 February 1980'],
    ['date of birth', '11 Feb 80'],
    ['date of birth', "11th of Feb '80"],
    ['date of birth', 'February 11, 1980'],
    ['date of birth', 'Monday 11 FEBRUARY 1980'],
    ['date of birth', '11-Feb-1980'],
    ['date of birth', '1980 February 11'],
    // Addresses and codes.
    ['postcode', 'WV1 4SB'],
    ['postcode', 'wv14sb'],
    ['postcode', 'W V 1 - 4 S B'],
    ['number or address', '12, Tettenhall Road'],
    ['name', 'Wolverhampton'],
    ['number or address', 'pc 8841 27'],
    // The account.
    ['narrative', 'someone and threw a chair'],
    ['narrative', 'THREW A CHAIR. SISTER'],
    ['narrative', 'leaned-over-the-desk'],
    ['narrative', 'Leanedoverthedesk'],
    ['narrative', 'over *the* desk _and_ threw'],
  ];
  for (const [kind, text] of slips) {
    it(`refuses ${JSON.stringify(text)} as a ${kind} in a channel, a group and a notification`, () => {
      for (const surface of strict)
        assert.equal(breachOf(surface, card(`Item: ${text} .`), identifiers)?.kind, kind);
      assert.ok(breachOf('channel', { type: 'message', text }, identifiers));
    });
  }
  const everywhere: readonly (readonly [string, object])[] = [
    ['text', { text: 'Schmidt' }],
    ['summary', { summary: 'Schmidt' }],
    ['speak', { speak: 'Schmidt' }],
    ['an attachment name', { attachments: [{ contentType: 'image/png', name: 'schmidt.png' }] }],
    ['an attachment address', { attachments: [{ contentUrl: 'https://x.example/schmidt' }] }],
    ['fallbackText', card('x', { fallbackText: 'Schmidt' })],
    ['a fact', card('x', { body: [{ type: 'FactSet', facts: [{ title: 'Who', value: 'Schmidt' }] }] })],
    ['an input value', card('x', { body: [{ type: 'Input.Text', id: 'a', label: 'A', value: 'Schmidt' }] })],
    [
      'a choice',
      card('x', { body: [{ type: 'Input.ChoiceSet', choices: [{ title: 'a', value: 'Schmidt' }] }] }),
    ],
    [
      'action data',
      card('x', { actions: [{ type: 'Action.Submit', data: { deep: [{ who: 'Schmidt' }] } }] }),
    ],
    ['a key of action data', card('x', { actions: [{ type: 'Action.Submit', data: { Schmidt: 1 } }] })],
    ['a number', card('x', { actions: [{ type: 'Action.Submit', data: { nhs: 9434765919 } }] })],
    ['a verb', card('x', { actions: [{ type: 'Action.Execute', verb: 'open.schmidt' }] })],
    ['a type', card('x', { body: [{ type: 'Schmidt' }] })],
    ['a size', card('x', { body: [{ type: 'TextBlock', text: 'x', size: 'Schmidt' }] })],
    [
      'a card inside a card',
      card('x', { actions: [{ type: 'Action.ShowCard', card: { body: [{ text: 'Schmidt' }] } }] }),
    ],
    [
      'an answer to an invoke',
      { type: 'invokeResponse', value: { status: 200, body: { value: { body: [{ text: 'Schmidt' }] } } } },
    ],
    ['a mention', { entities: [{ type: 'mention', mentioned: { name: 'Schmidt' } }] }],
    ['a suggested action', { suggestedActions: { actions: [{ title: 'Schmidt' }] } }],
    ['channel data', { channelData: { notification: { alert: true, text: 'Schmidt' } } }],
    ['three text blocks', card('x', { body: [{ text: '943' }, { text: '476' }, { text: '5919' }] })],
    [
      'four text blocks',
      card('x', { body: [{ text: 'leaned' }, { text: 'over' }, { text: 'the' }, { text: 'desk' }] }),
    ],
  ];
  for (const [where, message] of everywhere) {
    it(`reads ${where}`, () => {
      for (const surface of strict) assert.ok(breachOf(surface, message, identifiers));
    });
  }
});
