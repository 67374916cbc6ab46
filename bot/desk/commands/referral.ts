import type { Grant } from '../../contract/roles.ts';
import { isActive } from '../../contract/roles.ts';
import { bookSession } from '../../domain/rehab/bookSession.ts';
import { logAttempt } from '../../domain/rehab/callPatient.ts';
import { cancelSession } from '../../domain/rehab/cancelSession.ts';
import { closeReferral, recordAward, withdrawReferral } from '../../domain/rehab/endReferral.ts';
import { markAttendance } from '../../domain/rehab/markAttendance.ts';
import type { Referral, Trainer } from '../../domain/rehab/referral.ts';
import { lookOverReferral, submitReferral } from '../../domain/rehab/submitReferral.ts';
import type { Decision, Facts } from '../../domain/decision.ts';
import { londonDate } from '../../domain/time/london.ts';
import { areaScope, directory, orgScope } from '../office.ts';
import type { HeadRow } from '../rows.ts';
import { sessionRowOperations } from '../sessionRows.ts';
import type { CommandContext, CommandSpecs, DeskDecision } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';
import { asPlacement } from './placement.ts';

/** The coordinator's and the trainer's steps: in their own provider's scope. */
const own = {
  scope: (grant: Grant) => orgScope(grant.organisation),
  kind: 'REF' as const,
  refs: (input: { readonly ref: string }) => [tidyReference(input.ref)],
};

/** Referrals live with the provider of the programme (D6). */
export const referralCommands = {
  'referral.submit': {
    object: 'referral',
    action: 'S',
    scope: (_grant, _person, input) => orgScope(input?.provider ?? ''),
    rows: (input, _person, grant) =>
      input.schemePlacement
        ? [{ kind: 'head', id: tidyReference(input.schemePlacement), scope: areaScope(grant.area) }]
        : [],
    // A referral from the scheme's practice is on its own caseload.
    subject: (head, grant) => (head ? {} : { caseload: [grant.organisation] }),
    lookOver: lookOverReferral,
    decide: ({ input, row, facts }) => {
      const placement = input.schemePlacement
        ? row('head', tidyReference(input.schemePlacement))?.row
        : undefined;
      return submitReferral(input, placement?.type === 'PLC' ? asPlacement(placement) : undefined, facts);
    },
  },
  'referral.withdraw': {
    object: 'referral',
    action: 'S',
    scope: (_grant, _person, input) => orgScope(input?.provider ?? ''),
    kind: own.kind,
    refs: own.refs,
    decide: (context) =>
      carry(context, (referral, facts) => withdrawReferral(context.input, referral, facts)),
  },
  'referral.logAttempt': {
    object: 'contactAttempt',
    action: 'C',
    ...own,
    decide: (context) => carry(context, (referral, facts) => logAttempt(context.input, referral, facts)),
  },
  'referral.close': {
    object: 'contactAttempt',
    action: 'U',
    ...own,
    decide: (context) => carry(context, (referral, facts) => closeReferral(context.input, referral, facts)),
  },
  'referral.book': {
    object: 'session',
    action: 'C',
    ...own,
    rows: (input) =>
      [input.trainer, input.second?.trainer].flatMap((trainer) =>
        trainer ? [{ kind: 'person', id: `person:${trainer}`, scope: directory }] : [],
      ),
    decide: (context) =>
      carry(context, (referral, facts) =>
        bookSession(context.input, referral, (person) => trainerOf(context, referral, person), facts),
      ),
  },
  'referral.cancelSession': {
    object: 'session',
    action: 'C',
    ...own,
    decide: (context) => carry(context, (referral, facts) => cancelSession(context.input, referral, facts)),
  },
  'referral.markAttendance': {
    object: 'session',
    action: 'U',
    ...own,
    decide: (context) => carry(context, (referral, facts) => markAttendance(context.input, referral, facts)),
  },
  'referral.recordAward': {
    object: 'rehabOutcome',
    action: 'C',
    ...own,
    decide: (context) => carry(context, (referral, facts) => recordAward(context.input, referral, facts)),
  },
} satisfies Partial<CommandSpecs>;

/** A step of one referral, with the rows by which its sessions are found. */
function carry(
  { heads, facts, scope }: CommandContext<unknown>,
  step: (referral: Referral, facts: Facts) => Decision,
): DeskDecision {
  const before = referralAt(heads);
  const decision = step(before, facts);
  if (!decision.changed) return decision;
  const after = decision.heads.find(({ ref }) => ref === before.ref) as Referral | undefined;
  return { ...decision, rows: after ? sessionRowOperations(scope, before, after) : [] };
}

function trainerOf(
  { row, facts }: CommandContext<unknown>,
  referral: Referral,
  person: string,
): Trainer | undefined {
  const found = row('person', `person:${person}`)?.row;
  const today = londonDate(facts.now).toString();
  const isTrainer = found?.grants.some(
    (grant) =>
      grant.role === 'RTR' && grant.organisation === referral.body.provider && isActive(grant, today),
  );
  return found && isTrainer ? { person: found.person, name: found.name } : undefined;
}

function referralAt([head]: readonly HeadRow[]): Referral {
  if (head?.type !== 'REF') throw new Error('The desk handed a referral command another record.');
  return asReferral(head);
}

/** A head of type REF holds a referral's body: only the rules of the programme write such heads. */
export function asReferral(head: HeadRow): Referral {
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...referral } = head;
  return referral as unknown as Referral;
}
