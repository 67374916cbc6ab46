import { closeRequest, openRequest } from '../../domain/subjectAccess/handleRequest.ts';
import type { SubjectAccessRequest } from '../../domain/subjectAccess/request.ts';
import { areaOf } from '../authorise.ts';
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
    decide: ({ input, heads: [head], facts }) => closeRequest(input, asRequest(head), facts),
  },
} satisfies Partial<CommandSpecs>;

/** A head of type SAR holds a request's body: only its own rules write such heads. */
export function asRequest(head: HeadRow | undefined): SubjectAccessRequest {
  if (head?.type !== 'SAR') throw new Error('The desk handed a subject-access rule another record.');
  const { id: _id, scope: _scope, kind: _kind, chain: _chain, guarded: _guarded, ...request } = head;
  return request as unknown as SubjectAccessRequest;
}
