/**
 * A mark in every text field of a report, a referral and an agenda item; every question asked by somebody in every
 * role, here and elsewhere. Which marks may come back to whom is written here from DOMAIN §1.2 and §1.3.
 */
import assert from 'node:assert/strict';
import { questions, type QuestionName } from '../../bot/contract/questions.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { aReport } from '../support/house.ts';
import { caseRef, done, type AtItem } from '../support/panel.ts';
import { aReferral, anyDay, must } from '../support/referrals.ts';
import { everyone } from './support/whoMay.ts';
import { openWorld, type World } from './support/world.ts';

const practice: readonly Role[] = ['PRS', 'PPM', 'PGP'];
const commissioners: readonly Role[] = ['CPT', 'CCM', 'HPC'];
const referrers: readonly Role[] = ['PPM', 'PGP'];
const panel: readonly Role[] = [...commissioners, 'PGR', 'PLR'];

/** Incident report R: the practice and the commissioner. §1.3 rule 7: names of staff stay in the practice. */
const marksOfReport = {
  locationOther: [...practice, ...commissioners],
  personName: [...practice, ...commissioners],
  accompaniedPatient: [...practice, ...commissioners],
  narrative: [...practice, ...commissioners],
  fearForSafetyWho: practice,
  peopleAffected: practice,
  witnesses: practice,
  onBehalfOf: practice,
  addedFacts: [...practice, ...commissioners],
  feedback: practice,
} as const;

/** Rehab referral, contact attempts, sessions; §1.3 rule 2: what the programme may know. */
const marksOfReferral = {
  patientFirstName: [...referrers, 'RCO', 'RTR'],
  patientLastName: [...referrers, 'RCO'],
  patientPhone: [...referrers, 'RCO', 'RTR'],
  altPhone: [...referrers, 'RCO'],
  bestTimes: [...referrers, 'RCO'],
  agreementTakenBy: [...referrers, 'RCO'],
  dob: referrers,
  nhsNumber: referrers,
  ground3Reason: referrers,
  interpreterLanguage: [...referrers, 'RCO', 'RTR'],
  knownRisks: [...referrers, 'RCO', 'RTR'],
  referrerName: [...referrers, 'RCO'],
  referrerPhone: [...referrers, 'RCO'],
  referrerEmail: [...referrers, 'RCO'],
  callNote: ['RCO'],
  joinLink: ['RCO', 'RTR'],
  // The audit shows reasons (§8), and IGO reads the audit.
  cancelReason: ['RCO', 'IGO'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Meeting and casting vote: the officers and the seats; the reason of a casting vote, the seats alone (MG5). */
const marksOfItem = {
  deferral: [...panel, 'IGO'],
  castingReason: ['CPT', ...panel.slice(1), 'IGO'],
} as const;

type Mark = keyof typeof marksOfReport | keyof typeof marksOfReferral | keyof typeof marksOfItem;
const seenBy: Readonly<Record<Mark, readonly Role[]>> = {
  ...marksOfReport,
  ...marksOfReferral,
  ...marksOfItem,
};
const marks = Object.keys(seenBy) as Mark[];

/** What is looked for: nowhere else in any answer. */
const planted: Readonly<Record<Mark, string>> = {
  ...(Object.fromEntries(marks.map((mark) => [mark, `Zq${mark.toLowerCase()}xz`])) as Record<Mark, string>),
  patientPhone: '07700 900871',
  altPhone: '07700 900872',
  referrerPhone: '020 7946 0873',
  referrerEmail: 'zqmark@nhs.net',
  dob: '9 May 1983',
  nhsNumber: '999 123 4004',
  joinLink: 'https://teams.example/meet/zqjoin',
};
const name = (mark: Mark) => planted[mark].replace(/^z/, 'Z');

describe('attack: a mark in every field, and who gets to see it (§1.2, §1.3)', function () {
  this.timeout(120_000);
  let world: World;
  const refs = { report: '', referral: '', meeting: '', items: [] as AtItem[] };
  before(async () => {
    world = await openWorld();
    const { desk } = world.house;
    const who = world.who;
    refs.report = await done(desk, who('PRS'), 'incident.report', {
      ...aReport(),
      location: 'OTHER',
      locationOther: planted.locationOther,
      personName: name('personName'),
      accompaniedPatient: planted.accompaniedPatient,
      narrative: `He shouted ${planted.narrative} at the desk.`,
      fearForSafetyWho: planted.fearForSafetyWho,
      peopleAffected: planted.peopleAffected,
      witnesses: planted.witnesses,
      onBehalfOf: planted.onBehalfOf,
    });
    await must(desk, who('PRS'), 'incident.addFacts', {
      ref: refs.report,
      text: `Later ${planted.addedFacts} happened.`,
    });
    await must(desk, who('PPM'), 'incident.takeIntoReview', { ref: refs.report });
    await must(desk, who('PPM'), 'incident.close', {
      ref: refs.report,
      outcome: 'TALKED',
      feedback: `We talked about ${planted.feedback} with him.`,
    });

    refs.referral = await done(desk, who('PPM'), 'referral.submit', {
      ...aReferral(),
      ground: 'G3',
      warningLetterDate: undefined,
      ground3Reason: planted.ground3Reason,
      patientFirstName: name('patientFirstName'),
      patientLastName: name('patientLastName'),
      patientPhone: planted.patientPhone,
      altPhone: planted.altPhone,
      bestTimes: planted.bestTimes,
      agreementTakenBy: planted.agreementTakenBy,
      dob: '1983-05-09',
      nhsNumber: planted.nhsNumber,
      interpreter: 'YES',
      interpreterLanguage: planted.interpreterLanguage,
      knownRisks: planted.knownRisks,
      referrerName: name('referrerName'),
      referrerPhone: planted.referrerPhone,
      referrerEmail: planted.referrerEmail,
    });
    const ofReferral = { ref: refs.referral };
    const slot = { trainer: who('RTR').person, joinLink: planted.joinLink, reasons: anyDay };
    await must(desk, who('RCO'), 'referral.logAttempt', {
      ...ofReferral,
      outcome: 'NO_ANSWER',
      note: planted.callNote,
    });
    await must(desk, who('RCO'), 'referral.logAttempt', {
      ...ofReferral,
      outcome: 'SPOKE_ACCEPTED',
      accessConfirmed: true,
    });
    const book = (start: string) =>
      must(desk, who('RCO'), 'referral.book', { ...ofReferral, session: 1, start, ...slot });
    await book('2027-01-13T10:00');
    await must(desk, who('RCO'), 'referral.cancelSession', {
      ...ofReferral,
      session: 1,
      by: 'PATIENT',
      reason: planted.cancelReason,
    });
    await book('2027-01-11T14:00');

    refs.meeting = await done(desk, who('CPT'), 'meeting.plan', {
      date: '2027-01-11T15:00',
      mode: 'VIRTUAL',
    });
    const seats = { CHAIR: 'HPC', CONTRACTS: 'CCM', GP: 'PGR', LAY: 'PLR' } as const;
    const held = Object.entries(seats);
    for (const [seat, role] of held)
      await must(desk, who('CPT'), 'meeting.fillSeat', { ref: refs.meeting, seat, person: who(role).person });
    await must(desk, who('HPC'), 'meeting.start', { ref: refs.meeting });
    for (const [, role] of held.slice(1))
      await must(desk, who(role), 'meeting.arrive', { ref: refs.meeting });
    for (const _ of [1, 2]) {
      const ref = await done(desk, who('CPT'), 'item.add', {
        ref: refs.meeting,
        type: 'NEW',
        about: caseRef,
      });
      refs.items.push({ meeting: refs.meeting, ref });
    }
    const [tied, deferred] = refs.items;
    await must(desk, who('HPC'), 'item.open', { ...tied });
    await must(desk, who('HPC'), 'item.startVote', { ...tied });
    for (const [index, [, role]] of held.entries()) {
      const input = { ...tied, direction: index < 2 ? 'FOR' : 'AGAINST', revision: 2 + index };
      await must(desk, who(role), 'ballot.cast', input);
    }
    await must(desk, who('HPC'), 'item.close', { ...tied });
    const reason = `It is decided because of ${planted.castingReason}.`;
    await must(desk, who('HPC'), 'item.castingVote', { ...tied, direction: 'FOR', reason });
    await must(desk, who('HPC'), 'item.open', { ...deferred });
    await must(desk, who('HPC'), 'item.defer', {
      ...deferred,
      reason: `The papers ${planted.deferral} miss.`,
    });
  });
  after(() => world.house.close());

  /** Everything that can be asked, about everything there is. */
  const inputsOf = (question: QuestionName): object[] => {
    const takesRef = 'ref' in questions[question].input.shape;
    const all = [refs.report, refs.referral, refs.meeting, ...refs.items.map(({ ref }) => ref)];
    return [...(takesRef ? all.map((ref) => ({ ref })) : []), {}];
  };

  it('each mark comes back to the roles the policy names, and to nobody else', async () => {
    const seen: Record<string, Set<string>> = Object.fromEntries(marks.map((mark) => [mark, new Set()]));
    for (const { role, reach, person } of world.everybody) {
      for (const question of Object.keys(questions) as QuestionName[]) {
        for (const input of inputsOf(question)) {
          const asked = await world.house.desk.askAnything(person, { name: question, input });
          const said = asked.answered ? JSON.stringify(asked.answer) : JSON.stringify(asked.refusal);
          for (const mark of marks)
            if (said.includes(planted[mark])) seen[mark]?.add(reach === 'here' ? role : `${reach} ${role}`);
        }
      }
    }

    const told = Object.fromEntries(
      marks.map((mark) => [mark, [...(seen[mark] ?? [])].toSorted((a, b) => order(a) - order(b))]),
    );
    const allowed = Object.fromEntries(
      marks.map((mark) => [mark, everyone.filter((role) => seenBy[mark].includes(role))]),
    );
    assert.deepEqual(told, allowed);
  });

  it('none is in a notice, in anybody’s inbox, or in the work left to do', async () => {
    const { backroom } = world.house.desk;
    const left = [];
    for (const scope of await backroom.scopes()) {
      for (const { row } of await backroom.outboxDue(scope)) {
        left.push(row);
        if (row.topic === 'notice') left.push(...(await backroom.fileNotice(row)));
      }
    }
    for (const { person } of world.everybody) {
      const asked = await world.house.desk.ask(person, { name: 'inbox.list', input: { size: 100 } });
      if (asked.answered) left.push(...asked.answer.rows);
    }

    assert.ok(left.length > 20);
    const said = JSON.stringify(left);
    assert.deepEqual(
      marks.filter((mark) => said.includes(planted[mark])),
      [],
    );
  });
});

const order = (role: string) => (everyone as readonly string[]).indexOf(role);
