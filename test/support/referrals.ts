/** Referrals for a test: forms that every rule accepts, and referrals brought to a state through the desk. */
import type { SettableClock } from '../../bot/clock.ts';
import type { CommandInput, CommandName } from '../../bot/contract/commands.ts';
import type { Person } from '../../bot/desk/caller.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { londonDate } from '../../bot/domain/time/london.ts';
import { newId, people, setTime } from './house.ts';

let persons = 0;

/** A number of the reserved test range that no other call of this run gets. */
export function nextNhsNumber(): string {
  for (;;) {
    persons += 1;
    const nine = `999${String(persons).padStart(6, '0')}`;
    const sum = nine.split('').reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    // The fictional area has taken the first ones.
    if (check < 10 && persons > 100) return `${nine}${check}`;
  }
}

type Form = Partial<CommandInput<'referral.submit'>>;

/** A referral that every rule accepts at `monday`, of a person nobody else is. */
export function aReferral(changes: Form = {}) {
  return {
    provider: 'steady-ground',
    ground: 'G1' as const,
    warningLetterDate: '2027-01-04',
    agreementConfirmed: true,
    agreementDate: '2027-01-08',
    agreementHow: 'PHONE' as const,
    patientFirstName: 'Maurice',
    patientLastName: 'Tindall',
    patientPhone: '07700 900123',
    nhsNumber: nextNhsNumber(),
    interpreter: 'NO' as const,
    accessNeeds: ['HEARING' as const],
    digitalAccess: 'PHONE' as const,
    knownRisks: 'None known',
    ...changes,
  };
}

/** Gives a command that must succeed, and its outcome. */
export async function must(
  desk: Desk,
  who: Person,
  name: CommandName,
  input: Readonly<Record<string, unknown>>,
) {
  const result = await desk.perform(who, { id: newId(), name, input });
  if (!result.done) throw new Error(`${name}: ${result.refusal.message}`);
  return result.outcome;
}

/** Files a referral on the ground that knows no date, so that it stands wherever the clock is; gives its reference. */
export async function fileReferral(desk: Desk, changes: Form = {}, who: Person = people.manager) {
  const ground = {
    ground: 'G3',
    ground3Reason: 'Three practices in a year.',
    warningLetterDate: undefined,
  } as const;
  const outcome = await must(desk, who, 'referral.submit', aReferral({ ...ground, ...changes }));
  return outcome.ref ?? '';
}

/** Why a session may be on any day of the week. */
export const anyDay = { '§4.6': 'The patient asked for this day.' };

/**
 * Brings referrals forward through the desk. Every booking takes a day of its own, in the order asked for, and the
 * clock goes on to the session where it must have begun.
 */
export function lifeOfReferrals({ desk, clock }: { readonly desk: Desk; readonly clock: SettableClock }) {
  let days = 0;
  const slot = () => {
    days += 1;
    const day = londonDate(clock.now()).add({ days: days + 1 });
    return { trainer: people.trainer.person, start: `${day.toString()}T10:00` };
  };
  const after = (start: string) => {
    days = 0;
    const begun = Temporal.PlainDateTime.from(start).toZonedDateTime('Europe/London').add({ hours: 3 });
    setTime(clock, begun.toInstant());
  };
  const accepted = async (changes: Form = {}) => {
    const ref = await fileReferral(desk, changes);
    await must(desk, people.coordinator, 'referral.logAttempt', {
      ref,
      outcome: 'SPOKE_ACCEPTED',
      accessConfirmed: true,
    });
    return ref;
  };
  const book = async (ref: string, session: 1 | 2) => {
    const when = slot();
    await must(desk, people.coordinator, 'referral.book', { ref, session, ...when, reasons: anyDay });
    return when.start;
  };
  const attend = async (ref: string, session: 1 | 2, start: string) => {
    after(start);
    await must(desk, people.trainer, 'referral.markAttendance', { ref, session, mark: 'ATTENDED' });
  };
  const booked = async (changes: Form = {}) => {
    const ref = await accepted(changes);
    return { ref, start: await book(ref, 1) };
  };
  const firstDone = async (changes: Form = {}) => {
    const { ref, start } = await booked(changes);
    await attend(ref, 1, start);
    return ref;
  };
  const bothDone = async (changes: Form = {}) => {
    const ref = await firstDone(changes);
    await attend(ref, 2, await book(ref, 2));
    return ref;
  };
  return { slot, after, accepted, book, booked, firstDone, bothDone };
}
