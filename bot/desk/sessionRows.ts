import type { Referral, Session, SessionNumber } from '../domain/rehab/referral.ts';
import type { Operation } from './ports.ts';
import type { SessionRow } from './rows.ts';

/**
 * The rows by which days and weeks find a referral's sessions, as its new state has them. They belong to the head,
 * whose ETag guards them.
 */
export function sessionRowOperations(scope: string, before: Referral, after: Referral): Operation[] {
  return ([1, 2] as const).flatMap((number): Operation[] => {
    const session = after.body.sessions[number];
    const id = `session:${after.ref}:${number}`;
    if (session) return [{ op: 'upsert', row: sessionRow(scope, id, after.ref, number, session) }];
    return before.body.sessions[number] ? [{ op: 'delete', id }] : [];
  });
}

/** The Monday of the week a London date is in. */
export function weekOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

function sessionRow(
  scope: string,
  id: string,
  ref: string,
  session: SessionNumber,
  { trainer, start, startLocal, mark, provisional }: Session,
): SessionRow {
  const day = Temporal.PlainDateTime.from(startLocal).toPlainDate();
  return {
    id,
    scope,
    kind: 'session',
    ref,
    session,
    person: trainer.person,
    at: start,
    day: day.toString(),
    week: weekOf(day).toString(),
    open: mark === undefined && provisional !== true,
  };
}
