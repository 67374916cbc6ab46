import assert from 'node:assert/strict';
import type { Desk } from '../../bot/desk/desk.ts';
import { createActingLine } from '../../bot/chat/acting.ts';
import type { Chat, Reply } from '../../bot/chat/chat.ts';
import { additionCard, additionFields } from '../../bot/chat/forms/additionForm.ts';
import { closeCard, closeFields } from '../../bot/chat/forms/closeForm.ts';
import { castingVoteCard, castingVoteFields } from '../../bot/chat/forms/castingVoteForm.ts';
import { noProblems, problemsOf } from '../../bot/chat/forms/problems.ts';
import { newReferral, referCard, referFields } from '../../bot/chat/forms/referForm.ts';
import { newReport, reportCard, reportFields } from '../../bot/chat/forms/reportForm.ts';
import { hello, help, nowActing, notUnderstood } from '../../bot/chat/replies/greetings.ts';
import { due, inbox, myReports } from '../../bot/chat/replies/lists.ts';
import { myReferrals, referralStatusReply } from '../../bot/chat/replies/referral.ts';
import { itemReply, meetingReply } from '../../bot/chat/replies/panel.ts';
import { receiptReply } from '../../bot/chat/replies/receipt.ts';
import { sentence } from '../../bot/chat/replies/sentence.ts';
import { statusReply } from '../../bot/chat/replies/status.ts';
import { whoAreYou } from '../../bot/chat/replies/whoAreYou.ts';
import { checkCard } from '../support/checkCard.ts';
import { actionsOf, inputsOf, nodesOf, textsOf } from './support/cards.ts';

const ref = 'INC-2027-4839271';
const turn = { person: { person: 'person-1' } };

/** Texts as people, and people who mean harm, may have put them into a record or a form. */
const texts = {
  ordinary: "St Mary's, Jo O'Neill",
  markdown: '# Big\n- one\n**bold** [free tea](https://evil.example) `code` ![x](y) | a | b |',
  templating: '${values.id} ${$root} ${json(values)} {{DATE(2027-01-01T00:00:00Z)}} $(x)',
  structure: '","type":"Action.OpenUrl","url":"https://evil.example" <at>all</at> </script>',
  unicode: '\u202Eesrever \uFDD0 \uD800 \u0000 👩‍👩‍👧 ﷽',
  blank: '   ',
};

function chatAnswering(answers: Readonly<Record<string, unknown>>, demoName = ''): Chat {
  const desk = {
    ask: async (_caller: unknown, { name }: { readonly name: string }) => ({
      answered: true,
      answer: answers[name],
      identifiers: [],
    }),
    demo:
      demoName === ''
        ? undefined
        : { people: async () => Array.from({ length: 30 }, () => ({ name: demoName })) },
  };
  return {
    desk: desk as unknown as Desk,
    tabUrl: 'https://tab.example',
    demo: demoName !== '',
    newId: () => 'id-of-a-form',
    log: { error: () => undefined },
  };
}

/** Every card the chat can show, with this text wherever a text can come from outside. */
const motionOf = (text: string) => ({ motion: text, forMeans: text, againstMeans: text });

async function everyCard(text: string): Promise<[name: string, card: Reply['card']][]> {
  const state = 'IN_REVIEW' as const;
  const feedback = { outcome: text, text, given: text, by: text };
  const status = {
    ref,
    state,
    stateLabel: text,
    reported: text,
    withWhom: text,
    next: text,
    version: 2,
    mine: true,
    feedback,
  };
  const steps = ['incident.takeIntoReview', 'incident.close', 'incident.addFacts', 'incident.link'];
  const row = { ref, state, stateLabel: text, happened: text, reported: text, what: text, withWhom: text };
  const deadline = { rule: 'DL-01', what: text, state: 'OVERDUE', due: text };
  const rows = { mine: [row, row, row, row, row], due: Array.from({ length: 5 }, () => ({ ref, deadline })) };
  const notices = Array.from({ length: 5 }, () => ({ id: text, ref, text, at: text, unread: true }));
  const item = { typeLabel: text, motion: text, stateWords: text, round: 1, revision: 3, voting: true };
  const chat = chatAnswering(
    {
      'incident.status': status,
      'incident.page': { status, steps },
      'incident.mine': { rows: rows.mine, next: 'more' },
      'inbox.list': { rows: notices },
      'deadline.list': { rows: rows.due },
      'referral.status': {
        ref,
        state: 'COMPLETED',
        stateLabel: text,
        sent: text,
        next: text,
        sessionsAttended: 2,
        outcome: { on: text, sessionsAttended: 2, award: text, suggestion: text },
      },
      'referral.mine': {
        rows: Array.from({ length: 5 }, () => ({ ref, stateLabel: text, sent: text, next: text })),
        next: 'more',
      },
      me: { name: text },
      'item.card': { ref, meeting: ref, ...item },
      'meeting.page': {
        ref,
        when: text,
        mode: text,
        stateLabel: text,
        mySeat: 'GP',
        items: [{ ref, steps: ['ballot.cast'] }],
      },
    },
    text,
  );
  const role = {
    role: 'PPM',
    label: text,
    organisation: 'a',
    organisationName: text,
    area: 'b',
    areaName: text,
  } as const;
  const me = { person: 'p', name: text, roles: [role], unread: 0, today: text, demo: true };
  const form = {
    commandId: 'id-of-a-form',
    sites: [text, 'Second site'],
    site: text,
    date: '2027-01-11',
    time: '10:00',
    openedAt: '2027-01-11T10:00:00Z',
    practice: text,
  };
  const typed = {
    ...newReport(form),
    ...Object.fromEntries(reportFields.map((field) => [field, text])),
    reasonW08: text,
    // A client keeps nothing but a time in an input for times.
    incidentTime: '10:00',
  };
  const referral = {
    commandId: 'id-of-a-form',
    openedAt: '2027-01-11T10:00:00Z',
    provider: 'provider',
    providerName: text,
    practice: text,
    today: '2027-01-11',
    referrerName: text,
    referrerRole: text,
    missing: ['referrerPhone', 'referrerEmail'] as ('referrerPhone' | 'referrerEmail')[],
    grounds: [
      { value: 'G1' as const, label: text },
      { value: 'G3' as const, label: 'Second' },
    ],
  };
  const typedReferral = {
    ...newReferral(referral),
    ...Object.fromEntries(referFields.map((field) => [field, text])),
    reasonW08: text,
    reasonW09: text,
  };
  const refusalOf = (fields: readonly string[]) => ({
    code: 'invalid' as const,
    message: text,
    rule: 'W-08',
    fields: fields.map((field) => ({ field, message: text })),
  });
  const reportProblems = problemsOf(refusalOf([...reportFields, 'reasons', 'other']), reportFields, typed);
  const referralRefusal = { ...refusalOf([...referFields, 'reasons', 'other']), rule: 'W-09' };
  const referralProblems = problemsOf(referralRefusal, referFields, typedReferral);
  const onRecord = { ref, id: 'id-of-a-form', version: 2, text, feedback: text, outcome: text };
  const replies: [string, Reply][] = [
    ['receipt', receiptReply(chat, { ref, message: text, warnings: [{ rule: 'W-08', message: text }] })],
    ['referral receipt', receiptReply(chat, { ref, message: text, warnings: [] }, 'referral')],
    ['referral status', await referralStatusReply(chat, turn, ref)],
    ['my referrals', await myReferrals(chat, turn)],
    ['status', await statusReply(chat, turn, ref, { note: text, kept: text })],
    ['item', await itemReply(chat, turn, ref, text)],
    ['meeting', await meetingReply(chat, turn, ref)],
    ['my reports', await myReports(chat, turn)],
    ['inbox', await inbox(chat, turn)],
    ['due', await due(chat, turn)],
    ['who are you', await whoAreYou(chat, text)],
    ['hello', sentence(hello(me))],
    ['help', sentence(help(me))],
    ['not understood', sentence(notUnderstood(me))],
    ['now acting', sentence(nowActing(me))],
    ['acting line', await createActingLine(chat)(turn.person, sentence({ lines: [text], small: text }))],
  ];
  return [
    ['report', reportCard(form, newReport(form), noProblems)],
    ['report again', reportCard(form, typed, reportProblems)],
    ['refer', referCard(referral, newReferral(referral), noProblems)],
    ['refer again', referCard(referral, typedReferral, referralProblems)],
    ['add facts', additionCard(onRecord, noProblems)],
    [
      'add facts again',
      additionCard(onRecord, problemsOf(refusalOf(additionFields), additionFields, onRecord)),
    ],
    ['close', closeCard(onRecord, noProblems)],
    ['close again', closeCard(onRecord, problemsOf(refusalOf(closeFields), closeFields, onRecord))],
    ['casting vote', castingVoteCard(motionOf(text), { ref, meeting: ref, id: 'id-of-a-form' }, noProblems)],
    [
      'casting vote again',
      castingVoteCard(
        motionOf(text),
        { ...onRecord, meeting: ref, direction: text, reason: text },
        problemsOf(refusalOf(castingVoteFields), castingVoteFields, onRecord),
      ),
    ],
    ...replies.map(([name, reply]): [string, Reply['card']] => [name, reply.card]),
  ];
}

/** The runtime leaves out what means the same without it: an empty value of an input, a part that is visible. */
function asKept(card: object): object {
  const kept: unknown = JSON.parse(JSON.stringify(card), (key, value: unknown) =>
    (key === 'value' && value === '') || (key === 'isVisible' && value === true) ? undefined : value,
  );
  return kept as object;
}

describe('cards of the chat', () => {
  for (const [kind, text] of Object.entries(texts)) {
    it(`are sound with ${kind} text in every place`, async () => {
      for (const [name, card] of await everyCard(text)) {
        const problems = checkCard(asKept(card));

        // What a person typed as ${…} stays as they typed it.
        const real = problems.filter((problem) => !(text.includes('${') && /expression/.test(problem)));
        assert.deepEqual(real, [], name);
      }
    });
  }

  it('show what was typed in their inputs to the letter, and hold no link of anyone else', async () => {
    for (const text of Object.values(texts)) {
      for (const [name, card] of await everyCard(text)) {
        const inputs = inputsOf(card);
        if (name === 'report again')
          assert.equal(inputs['narrative'], text.toWellFormed().replaceAll('\uFDD0', ''));
        const links = actionsOf(card).filter((action) => action['type'] === 'Action.OpenUrl');
        for (const link of links) assert.match(String(link['url']), /^https:\/\/tab\.example\/#\//, name);
      }
    }
  });

  it('mark what is required in words, and never use a placeholder for a label', async () => {
    const cards = Object.fromEntries(await everyCard(texts.ordinary));
    const required = nodesOf(cards['report'])
      .filter((node) => String(node['label']).includes('(required'))
      .map((node) => node['id']);

    assert.deepEqual(required, [
      'incidentTypes',
      'location',
      'site',
      'incidentDate',
      'incidentTime',
      'directedAt',
      'personKind',
      'narrative',
      'policeCalled',
      'fearForSafety',
    ]);
    for (const card of Object.values(cards)) {
      for (const node of nodesOf(card)) {
        assert.equal(node['placeholder'], undefined);
        assert.equal(node['isRequired'], undefined, 'the desk says what is missing, in its own words');
      }
    }
  });

  it('have their primary button first, at most four in a row, and a fallback that carries the same', async () => {
    for (const [name, card] of await everyCard(texts.ordinary)) {
      const rows = nodesOf(card).flatMap((node) => (Array.isArray(node['actions']) ? [node['actions']] : []));
      for (const row of rows) assert.ok(row.length <= 4, `${name} has ${row.length}`);
      for (const action of actionsOf(card).filter(({ type }) => type === 'Action.Execute')) {
        const { verb, data, fallback } = action as { verb: string; data: object; fallback: { data: object } };
        assert.deepEqual(fallback.data, { verb, ...data }, name);
      }
    }
  });

  it('§2.7 a referral shows at most 12 inputs when the referrer is known, the agreement counted as one', async () => {
    const cards = Object.fromEntries(await everyCard(texts.ordinary));
    const body = (cards['refer']?.body ?? []) as readonly Record<string, unknown>[];
    const contact = ['referrerPhone', 'referrerEmail'];
    const shown = nodesOf(body.filter(({ id }) => id !== 'more'))
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id }) => String(id))
      .filter((id) => !contact.includes(id));
    const agreement = shown.filter((id) => id.startsWith('agreement'));

    assert.deepEqual(agreement, ['agreementConfirmed', 'agreementDate', 'agreementHow']);
    assert.ok(shown.length - agreement.length + 1 <= 12, shown.join(', '));
  });

  it('§8.1 the form of a report begins with what the app is not', async () => {
    const [, card] = (await everyCard(texts.ordinary))[0] ?? [];

    assert.match(textsOf(card).slice(0, 3).join(' '), /not an alarm\. If you are in danger, call 999/);
  });
});
