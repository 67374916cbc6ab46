import { closeRequest, openRequest } from '../../domain/subjectAccess/handleRequest.ts';
import type { SubjectAccessRequest } from '../../domain/subjectAccess/request.ts';
import { areaOf, refusedForRole } from '../authorise.ts';
import { directory } from '../office.ts';
import { keepsRecord, organisationId } from '../officerReach.ts';
import type { HeadRow } from '../rows.ts';
import type { CommandSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

/** Requests live in their area's scope, beside the records they are about. */
export const subjectAccessCommands = {
  'subjectAccess.open': {
    object: 'subjectAccessRequest',
    action: 'C',
    scope: areaOf,
    decide: ({ input, facts }) => openRequest(input, facts),
  },
  'subjectAccess.close': {
    object: 'subjectAccessRequest',
    action: 'U',
    scope: areaOf,
    refs: (input) => [tidyReference(input.ref)],
    // Anything but a request lies in no area, and so within nobody's reach.
    subject: (head) => (head?.type === 'SAR' ? {} : { area: '' }),
    rows: (_input, _person, grant) => [{ kind: 'organisation', id: organisationId(grant), scope: directory }],
    decide: ({ input, heads: [head], row, facts }) => {
      const organisation = row('organisation', organisationId(facts.actor))?.row;
      if (!head || !keepsRecord(organisation, head)) return { changed: false, refusal: refusedForRole };
      return closeRequest(input, asRequest(head), facts);
    },
  },
} satisfies Partial<CommandSpecs>;

/** A head of type SAR holds a request's body: only its own rules write such heads. */
export function asRequest(head: HeadRow | undefined): SubjectAccessRequest {
  if (head?.type !== 'SAR') throw new Error('The desk handed a subject-access rule another record.');
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...request } = head;
  return request as unknown as SubjectAccessRequest;
}
