import { destroyRecord } from '../../domain/retention/destroyRecord.ts';
import { holdRecord, keepRecord, releaseRecord } from '../../domain/retention/reviewRecord.ts';
import type { Grant } from '../../contract/roles.ts';
import type { Decision, Head } from '../../domain/decision.ts';
import { refusedForRole } from '../authorise.ts';
import { areaScope, directory, orgScope } from '../office.ts';
import { keepsRecord, organisationId } from '../officerReach.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandContext, CommandSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

interface Named {
  readonly ref: string;
  readonly provider?: string | undefined;
}

/** A record of any kind, where it lies (D6); the permission table sees to it that it is one of the officer's area. */
const aRecord = {
  object: 'retention',
  scope: (grant: Grant, _person: string, input: Named | undefined) =>
    input?.provider ? orgScope(input.provider) : areaScope(grant.area),
  refs: (input: Named) => [tidyReference(input.ref)],
  rows: (_input: Named, _person: string, grant: Grant) => [
    { kind: 'organisation', id: organisationId(grant), scope: directory } as const,
  ],
} as const;

export const retentionCommands = {
  'retention.keep': {
    ...aRecord,
    action: 'U',
    decide: (context) => decideAs(context, (head) => keepRecord(context.input, head, context.facts)),
  },
  'retention.hold': {
    ...aRecord,
    action: 'U',
    decide: (context) => decideAs(context, (head) => holdRecord(context.input, head, context.facts)),
  },
  'retention.release': {
    ...aRecord,
    action: 'U',
    decide: (context) => decideAs(context, (head) => releaseRecord(context.input, head, context.facts)),
  },
  'retention.destroy': {
    ...aRecord,
    action: 'D',
    decide: (context) => decideAs(context, (head) => destroyRecord(context.input, head, context.facts)),
  },
} satisfies Partial<CommandSpecs>;

/** Another controller's record is no more there than another area's. */
function decideAs(context: CommandContext<unknown>, decide: (head: Head) => Decision): Decision {
  const { heads, facts, row } = context;
  const [head] = heads;
  if (!head) throw new Error('The desk handed a retention command no record.');
  const organisation = row('organisation', organisationId(facts.actor))?.row;
  if (!keepsRecord(organisation, head)) return { changed: false, refusal: refusedForRole };
  return decide(asRecord(head));
}

/** A head of any kind as the domain sees it. */
export function asRecord(head: HeadRow): Head {
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...record } = head;
  return record;
}
