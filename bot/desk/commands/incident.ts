import { refuseFields } from '../../domain/decision.ts';
import { checkReport } from '../../domain/incident/checkReport.ts';
import { addFacts } from '../../domain/incident/addFacts.ts';
import { linkIncidents } from '../../domain/incident/linkIncidents.ts';
import { reportIncident } from '../../domain/incident/reportIncident.ts';
import { closeIncident, takeIntoReview } from '../../domain/incident/reviewIncident.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { parseReference } from '../../domain/references.ts';
import { tidyReference } from '../tidyReference.ts';
import { areaOf } from '../authorise.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandSpecs } from '../spec.ts';

const notAReference =
  'This is not a reference, or a digit is wrong. Compare it with the other report, digit by digit.';

/** Incidents live in their area's scope (D6). */
export const incidentCommands = {
  'incident.report': {
    object: 'incident',
    action: 'C',
    scope: areaOf,
    lookOver: checkReport,
    decide: ({ input, facts }) => reportIncident(input, facts),
  },
  'incident.addFacts': {
    object: 'incidentAddition',
    action: 'C',
    scope: areaOf,
    kind: 'INC',
    refs: (input) => [tidyReference(input.ref)],
    decide: ({ input, heads, facts }) => addFacts(input, incidentAt(heads, 0), facts),
  },
  'incident.link': {
    object: 'incident',
    action: 'U',
    scope: areaOf,
    kind: 'INC',
    refs: (input) => [tidyReference(input.ref), tidyReference(input.other)],
    check: ({ other }) =>
      parseReference(other) ? undefined : refuseFields([{ field: 'other', message: notAReference }]),
    decide: ({ heads, facts }) => linkIncidents(incidentAt(heads, 0), incidentAt(heads, 1), facts),
  },
  'incident.takeIntoReview': {
    object: 'incident',
    action: 'U',
    scope: areaOf,
    kind: 'INC',
    refs: (input) => [tidyReference(input.ref)],
    decide: ({ input, heads, facts }) => takeIntoReview(input, incidentAt(heads, 0), facts),
  },
  'incident.close': {
    object: 'incident',
    action: 'U',
    scope: areaOf,
    kind: 'INC',
    refs: (input) => [tidyReference(input.ref)],
    decide: ({ input, heads, facts }) => closeIncident(input, incidentAt(heads, 0), facts),
  },
} satisfies Partial<CommandSpecs>;

/** The permission table was asked for an incident; the desk has checked that every head was found. */
function incidentAt(heads: readonly HeadRow[], index: number): Incident {
  const head = heads[index];
  if (head?.type !== 'INC') throw new Error('The desk handed an incident command another record.');
  return asIncident(head);
}

/** A head of type INC holds an incident's body: only the incident rules write such heads. */
export function asIncident(head: HeadRow): Incident {
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...incident } = head;
  return incident as unknown as Incident;
}
