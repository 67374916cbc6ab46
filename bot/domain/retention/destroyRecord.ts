/** The end of a record, by a person's review and never by a job alone (DOMAIN §8). */
import { refuse, refuseFields, type Decision, type Facts, type Head, type Stub } from '../decision.ts';
import type { Incident } from '../incident/incident.ts';
import { findNhsNumbers } from '../people/nhsNumber.ts';
import { normaliseName } from '../people/names.ts';
import { parseReference } from '../references.ts';
import type { Referral } from '../rehab/referral.ts';
import { movedOn, notDue } from './reviewRecord.ts';
import { retentionRuleOf } from './schedule.ts';

interface Destruction {
  readonly version?: number | undefined;
  readonly reason: string;
  /** The reference, typed once more. */
  readonly confirm: string;
}

/** Refused while it is on hold, before its date, while it is open or has an open deadline. It cannot be undone. */
export function destroyRecord(input: Destruction, head: Head, facts: Facts): Decision {
  if (head.held)
    return refuse('§8', 'This record is on hold. Release the hold first, if its reason is gone.');
  const notYet = movedOn(input, head) ?? notDue(head, facts) ?? stillDue(head);
  if (notYet) return notYet;
  if (parseReference(input.confirm)?.ref !== head.ref)
    return refuseFields([
      { field: 'confirm', message: `Type ${head.ref} to confirm. What is destroyed cannot be brought back.` },
    ]);
  if (namesSomebody(input.reason, head))
    return refuseFields([
      {
        field: 'reason',
        message: 'The reason stays when the record is gone. Take out every name and number of a person.',
      },
    ]);
  const { type, ref, area, organisation, profile, createdAt, caseload } = head;
  const rule = retentionRuleOf(head);
  const stub: Stub = {
    type,
    ref,
    area,
    organisation,
    profile,
    createdAt,
    ...(caseload ? { caseload } : {}),
    state: 'DESTROYING',
    version: head.version + 1,
    at: facts.now.toString(),
  };
  return {
    changed: true,
    heads: [],
    stubs: [stub],
    entries: [
      {
        ref,
        action: 'record.destroyed',
        content: {
          reason: input.reason,
          authority: rule ? `${rule.label}: ${rule.years} years from ${rule.from}` : '',
        },
      },
    ],
    outcome: {
      ref,
      state: stub.state,
      version: stub.version,
      message: `${ref} is being destroyed. Only its reference, its dates and this decision are kept.`,
    },
  };
}

function stillDue(head: Head) {
  const open = Object.values(head.deadlines).some((deadline) => !deadline.settledAt && !deadline.cancelled);
  return open
    ? refuse('§8', 'Something is still due on this record. See its deadlines, and end them first.')
    : undefined;
}

/** Words of a name shorter than this are too common to be taken for one. */
const shortestName = 3;

/** Whether a text holds an NHS number, or a word of a name that stands in the record. */
function namesSomebody(text: string, head: Head): boolean {
  const words = wordsOf(text);
  return (
    findNhsNumbers(text).length > 0 ||
    namesIn(head)
      .flatMap(wordsOf)
      .some((word) => words.includes(word))
  );
}

const wordsOf = (text: string) =>
  normaliseName(text)
    .split(' ')
    .filter((word) => word.length >= shortestName);

function namesIn(head: Head): string[] {
  if (head.type === 'INC') {
    const { report, reporterName, reviewer } = (head as Incident).body;
    const names = [
      report.personName,
      report.accompaniedPatient,
      report.onBehalfOf,
      reporterName,
      reviewer?.name,
    ];
    return names.filter((name) => name !== undefined);
  }
  if (head.type === 'REF') {
    const { form } = (head as Referral).body;
    return [form.patientFirstName, form.patientLastName, form.referrerName ?? ''];
  }
  return [];
}
