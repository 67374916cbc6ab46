/** The words the permission table is written in (DOMAIN §1.2). */
import type { Role } from '../../contract/roles.ts';

/** C create, R read, U edit, S submit or sign, D decide. */
export type Action = 'C' | 'R' | 'U' | 'S' | 'D';
export const actions: readonly Action[] = ['C', 'R', 'U', 'S', 'D'];

/** The seats of a panel meeting (MG3). */
export type Seat = 'CHAIR' | 'CONTRACTS' | 'GP' | 'LAY';
export const seats: readonly Seat[] = ['CHAIR', 'CONTRACTS', 'GP', 'LAY'];

/** What must be shown to be true before a right counts. The words are DOMAIN's. */
export const conditions = {
  draft: 'draft',
  waitingForApproval: 'while waiting for approval',
  inRemovalRequest: 'only those in a removal request',
  onReferral: 'on a referral',
  registrationsDecide: 'default',
  commissionerDecides: 'if eligibility.decider=commissioner',
  nonRemovalGround: 'non-removal grounds',
  removalLetter: 'removal letter',
  submitting: 'submit',
  signing: 'sign',
  onBehalf: 'recorded on behalf of registrations',
  returnedItem: 'returned items',
  whileOpen: 'while open',
  afterClose: 'after close',
  tied: 'only when tied',
  onAgenda: 'if patient is on the agenda',
  reporterMaySubmit: 'if rehab.reporterMaySubmit',
  ownSessions: 'own sessions only',
  whenContacted: 'when contacted',
  subjectAccess: 'one named person, under a logged subject-access request',
} as const;
export type Condition = keyof typeof conditions;

/** Which part of a record, or which step of an action, a right covers. Whoever renders or acts applies it. */
export const narrowings = {
  summary: 'summary',
  dateOnly: 'date only',
  copy: 'copy',
  removedOrSchemeDecision: 'only "removed / scheme decision"',
  onSchemeYesNo: 'is/was on scheme: yes/no',
  askedForStatement: 'asked for statement',
  outcomeOnly: 'outcome only',
  pseudonymised: 'pseudonymised if panel.layPackPseudonymised',
  countOnly: 'count only',
  names: 'names',
  countsAndLastOutcome: 'counts+last outcome',
  trainerFields: 'first name, contact, access needs, known risks',
  telephone: 'telephone number',
  technicalOnly: 'technical only, no identifiers',
  ownProfile: 'own profile',
  check: 'check',
  acceptReturnRefuse: 'accept/return/refuse',
  approveReject: 'approve/reject',
  acknowledgeAction: 'acknowledge/action',
  record: 'record',
  propose: 'propose',
  approve: 'approve',
} as const;
export type Narrowing = keyof typeof narrowings;

type ActionLetters = Action | 'CR' | 'CRU' | 'CRUS' | 'CRS' | 'RU' | 'RS' | 'UD';

/**
 * DOMAIN's suffixes: o own organisation, s self-created, c own caseload, m meeting window, x status line only,
 * g aggregates only.
 */
type Limits = '' | 'o' | 's' | 'c' | 'm' | 'x' | 'g' | 'xo' | 'xs' | 'xc';

export interface Right {
  readonly actions: ActionLetters;
  readonly limits: Limits;
  readonly when: readonly Condition[];
  readonly only: readonly Narrowing[];
}

/** One object of the table: who holds which rights by role and, in a panel meeting, by the seat they hold. */
export interface ObjectRow {
  readonly label: string;
  /** Why the row exists when DOMAIN's table has none. */
  readonly addition?: string;
  readonly roles: Readonly<Partial<Record<Role, readonly Right[]>>>;
  readonly seats?: Readonly<Partial<Record<Seat, readonly Right[]>>>;
}

/** One right: `may('CRU', 'o')` reads as DOMAIN's `C,R,U o`. */
export function may(
  letters: ActionLetters,
  limits: Limits = '',
  words: { readonly when?: readonly Condition[]; readonly only?: readonly Narrowing[] } = {},
): Right {
  return { actions: letters, limits, when: words.when ?? [], only: words.only ?? [] };
}

/** Correction: the information-governance officer answers a subject-access request about one person. */
export const subjectAccess: readonly Right[] = [may('R', '', { when: ['subjectAccess'] })];
