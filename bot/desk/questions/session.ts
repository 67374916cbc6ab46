import { isActive } from '../../contract/roles.ts';
import { identifiersOf } from '../../domain/rehab/identifiers.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { endOfLondonDay, londonDate } from '../../domain/time/london.ts';
import { SESSION_MINUTES } from '../../domain/time/sessions.ts';
import { addDays } from '../../domain/time/workingDays.ts';
import { subjectOf } from '../authorise.ts';
import { directory, orgScope, type Office } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { PersonRow } from '../rows.ts';
import { weekOf } from '../sessionRows.ts';
import { noneOpen, noResult, openSessions, withReferrals, type FoundSession } from './foundSessions.ts';
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
      const isOwn = ({ head, held }: FoundSession) =>
        held.trainer.person === person && allows(grant, 'R', 'session', subjectOf(head, person)).allowed;
      const ownRow = (found: FoundSession) => ({
        ref: found.referral.ref,
        version: found.referral.version,
        ...forTrainer(found, now),
      });
      const own = (await withReferrals(office, scope, page.rows)).filter(isOwn);
      // What was before today is on no day's page that a trainer would turn to.
      const until = endOfLondonDay(addDays(day, -1));
      const unmarked =
        input.date === undefined
          ? await openSessions(office, scope, 'openSessionsOfTrainer', { person, until: until.toString() })
          : noneOpen;
      const forgotten = unmarked.found.filter(isOwn);
      return {
        answered: true,
        answer: {
          ...dated(day, dateLabel(day), 1),
          ...(page.next ? { next: page.next } : {}),
          rows: own.map(ownRow),
          ...noResult(forgotten.map(ownRow), unmarked.more),
        },
        identifiers: [...own, ...forgotten].flatMap(({ referral }) => identifiersOf(referral)),
        ...readOf([...own, ...forgotten].map(({ referral }) => referral)),
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
      const until = now
        .subtract({ minutes: SESSION_MINUTES })
        .round({ smallestUnit: 'second', roundingMode: 'floor' });
      const unmarked =
        input.date === undefined
          ? await openSessions(office, scope, 'openSessions', { until: until.toString() })
          : noneOpen;
      const weekRow = ({ row, referral, held }: FoundSession) => ({
        ref: referral.ref,
        version: referral.version,
        date: row.day,
        patient: nameOf(referral),
        practice: referral.body.practice,
        ...fullSessionView(row.session, held, now),
        cancellable: sessionSteps(referral, now).cancellable.includes(row.session),
        markable: isMarkable(referral, row.session, now),
      });
      const shown = [...found, ...unmarked.found];
      return {
        answered: true,
        answer: {
          ...dated(week, `Week of ${dateLabel(week)}`, daysInWeek),
          ...(page.next ? { next: page.next } : {}),
          rows: found.map(weekRow),
          ...noResult(unmarked.found.map(weekRow), unmarked.more),
        },
        identifiers: shown.flatMap(({ referral }) => identifiersOf(referral)),
        ...readOf(shown.map(({ referral }) => referral)),
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
function forTrainer({ referral, row: { session }, held }: FoundSession, now: Temporal.Instant) {
  const { form } = referral.body;
  const { day, time, standing, provisional } = sessionView(session, held, now);
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
