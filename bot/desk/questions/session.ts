import { isActive } from '../../contract/roles.ts';
import { identifiersOf } from '../../domain/rehab/identifiers.ts';
import type { Referral, Session } from '../../domain/rehab/referral.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { addDays } from '../../domain/time/workingDays.ts';
import { subjectOf } from '../authorise.ts';
import { asReferral } from '../commands/referral.ts';
import { directory, orgScope, type Office } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { Stored } from '../ports.ts';
import type { HeadRow, PersonRow, SessionRow } from '../rows.ts';
import { weekOf } from '../sessionRows.ts';
import type { Answered, QuestionSpecs } from '../spec.ts';
import { pagingOf } from './incident.ts';
import { readOf } from './referralLists.ts';
import { nameOf } from './referralViews.ts';
import {
  attendableFrom,
  fullSessionView,
  isMarkable,
  isMissable,
  needsInWords,
  sessionSteps,
  sessionView,
} from './sessionViews.ts';

const daysInWeek = 7;

export const sessionQuestions = {
  'session.today': {
    object: 'session',
    // Whoever may say how a session went; the practice follows it on the referral.
    action: 'U',
    answer: async ({ input, office, grants: [grant], person: { person }, now }) => {
      const day = dayOf(input.date, now);
      if (!day) return noSuchDay;
      const scope = orgScope(grant.organisation);
      const page = await office.records.list(
        scope,
        'sessionsOfTrainer',
        { person, day: day.toString() },
        pagingOf(input),
      );
      const found = await withReferrals(office, scope, page.rows);
      const own = found.filter(
        ({ head, held }) =>
          held.trainer.person === person && allows(grant, 'R', 'session', subjectOf(head, person)).allowed,
      );
      return {
        answered: true,
        answer: {
          ...dated(day, dateLabel(day), 1),
          ...(page.next ? { next: page.next } : {}),
          rows: own.map(({ row, referral, held }) => ({
            ref: referral.ref,
            version: referral.version,
            ...forTrainer(referral, row, held, now),
          })),
        },
        identifiers: own.flatMap(({ referral }) => identifiersOf(referral)),
        ...readOf(own.map(({ referral }) => referral)),
      };
    },
  },
  'session.week': {
    object: 'session',
    action: 'C',
    answer: async ({ input, office, grants: [grant], now }) => {
      const day = dayOf(input.date, now);
      if (!day) return noSuchDay;
      const week = weekOf(day);
      const scope = orgScope(grant.organisation);
      const page = await office.records.list(
        scope,
        'sessionsOfWeek',
        { week: week.toString() },
        pagingOf(input),
      );
      const found = await withReferrals(office, scope, page.rows);
      return {
        answered: true,
        answer: {
          ...dated(week, `Week of ${dateLabel(week)}`, daysInWeek),
          ...(page.next ? { next: page.next } : {}),
          rows: found.map(({ row, referral, held }) => ({
            ref: referral.ref,
            version: referral.version,
            date: row.day,
            patient: nameOf(referral),
            practice: referral.body.practice,
            ...fullSessionView(row.session, held),
            cancellable: sessionSteps(referral, now).cancellable.includes(row.session),
            markable: isMarkable(referral, row.session, now),
          })),
        },
        identifiers: found.flatMap(({ referral }) => identifiersOf(referral)),
        ...readOf(found.map(({ referral }) => referral)),
      };
    },
  },
  'trainer.list': {
    object: 'session',
    action: 'C',
    answer: async ({ office, grants: [grant], now }) => {
      const today = londonDate(now).toString();
      const people = await everyone(office);
      const trainers = people.filter(({ grants }) =>
        grants.some((g) => g.role === 'RTR' && g.organisation === grant.organisation && isActive(g, today)),
      );
      return {
        answered: true,
        answer: { rows: trainers.map(({ person, name }) => ({ person, name })) },
        identifiers: [],
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** First name, telephone, needs and known risks of one's own session: no more of the patient (DOMAIN §1.2). */
function forTrainer(referral: Referral, { session }: SessionRow, held: Session, now: Temporal.Instant) {
  const { form } = referral.body;
  const { day, time, standing, provisional } = sessionView(session, held);
  return {
    session,
    day,
    time,
    standing,
    provisional,
    firstName: form.patientFirstName,
    phone: form.patientPhone,
    needs: needsInWords(referral),
    knownRisks: form.knownRisks,
    ...(held.joinLink ? { joinLink: held.joinLink } : {}),
    markable: isMarkable(referral, session, now),
    missable: isMissable(referral, session, now),
    ...attendableFrom(referral, session, now),
  };
}

interface FoundSession {
  readonly row: SessionRow;
  readonly head: HeadRow;
  readonly referral: Referral;
  readonly held: Session;
}

/** The referral behind each row, read at once; a row whose session has gone meanwhile is left out. */
async function withReferrals(
  office: Office,
  scope: string,
  rows: readonly Stored<SessionRow>[],
): Promise<FoundSession[]> {
  const heads = await Promise.all(rows.map(({ row }) => office.records.read(scope, row.ref, 'head')));
  return rows.flatMap(({ row }, index) => {
    const head = heads[index]?.row;
    if (head?.type !== 'REF') return [];
    const referral = asReferral(head);
    const held = referral.body.sessions[row.session];
    return held?.start === row.at ? [{ row, head, referral, held }] : [];
  });
}

async function everyone(office: Office): Promise<PersonRow[]> {
  const people: PersonRow[] = [];
  let after: string | undefined;
  do {
    const page = await office.records.list(
      directory,
      'people',
      {},
      { size: 100, ...(after ? { after } : {}) },
    );
    people.push(...page.rows.map(({ row }) => row));
    after = page.next;
  } while (after);
  return people;
}

function dated(from: Temporal.PlainDate, label: string, days: number) {
  return {
    from: from.toString(),
    label,
    before: addDays(from, -days).toString(),
    after: addDays(from, days).toString(),
  };
}

function dayOf(date: string | undefined, now: Temporal.Instant): Temporal.PlainDate | undefined {
  try {
    return date === undefined ? londonDate(now) : Temporal.PlainDate.from(date, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const noSuchDay: Answered<never> = {
  answered: false,
  refusal: { code: 'invalid', field: 'date', message: 'This day is not in the calendar. Check the date.' },
};
