/** A subject-access request (SAR) as it is kept (DOMAIN §8, §1.2). */
import type { SarState } from '../../contract/subjectAccess.ts';
import type { Head } from '../decision.ts';

/**
 * Who asks is not kept: the keyed hashes find the person's records, and the officer types name and date of birth again
 * for the export, which also shows that it is the right person's.
 */
export interface SubjectAccessBody {
  /** Of the NHS number, if known, and of name and date of birth. */
  readonly personHashes: readonly string[];
  /** The requester's own reference, or the one the office gave the letter. */
  readonly requesterReference: string;
  /** London date. */
  readonly receivedOn: string;
  readonly identityChecked: string;
  readonly closed?: { readonly at: string; readonly how: 'ANSWERED' | 'WITHDRAWN' };
}
export type SubjectAccessRequest = Head<'SAR', SarState, SubjectAccessBody>;
