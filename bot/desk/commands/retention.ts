import { destroyRecord } from '../../domain/retention/destroyRecord.ts';
import { holdRecord, keepRecord, releaseRecord } from '../../domain/retention/reviewRecord.ts';
import type { Grant } from '../../contract/roles.ts';
import type { Head } from '../../domain/decision.ts';
import { areaScope, orgScope } from '../office.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandSpecs } from '../spec.ts';
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
} as const;

export const retentionCommands = {
  'retention.keep': {
    ...aRecord,
    action: 'U',
    decide: ({ input, heads, facts }) => keepRecord(input, recordAt(heads), facts),
  },
  'retention.hold': {
    ...aRecord,
    action: 'U',
    decide: ({ input, heads, facts }) => holdRecord(input, recordAt(heads), facts),
  },
  'retention.release': {
    ...aRecord,
    action: 'U',
    decide: ({ input, heads, facts }) => releaseRecord(input, recordAt(heads), facts),
  },
  'retention.destroy': {
    ...aRecord,
    action: 'D',
    decide: ({ input, heads, facts }) => destroyRecord(input, recordAt(heads), facts),
  },
} satisfies Partial<CommandSpecs>;

function recordAt([head]: readonly HeadRow[]): Head {
  if (!head) throw new Error('The desk handed a retention command no record.');
  return asRecord(head);
}

/** A head of any kind as the domain sees it. */
export function asRecord(head: HeadRow): Head {
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...record } = head;
  return record;
}
