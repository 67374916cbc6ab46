/** The referral to the behaviour programme (REF) as it is kept (DOMAIN §3.2). */
import type { ReferralState, ReferralSubmission } from '../../contract/referral.ts';
import {
  referralStates,
  type attendanceMarks,
  type contactOutcomes,
  type noAwardReasons,
} from '../../contract/referralWords.ts';
import type { Head } from '../decision.ts';

export interface Trainer {
  readonly person: string;
  readonly name: string;
}

/** A session with a time and a trainer; with a mark, one whose time has come. Instants are UTC. */
export interface Session {
  readonly trainer: Trainer;
  readonly start: string;
  readonly end: string;
  /** London wall time, `2027-01-28T14:30`. */
  readonly startLocal: string;
  readonly joinLink?: string;
  /** Held together with session 1, not yet certain (R12a). */
  readonly provisional?: boolean;
  readonly mark?: {
    readonly as: keyof typeof attendanceMarks;
    readonly minutes: number;
    readonly at: string;
  };
}

export interface Call {
  readonly at: string;
  readonly number: string;
  readonly outcome: keyof typeof contactOutcomes;
  readonly note?: string;
}

export type SessionNumber = 1 | 2;
export type Sessions = Readonly<Partial<Record<SessionNumber, Session>>>;

/** The form as it was sent, with what the directory filled in. */
export type ReferralForm = Omit<ReferralSubmission, 'openedAt' | 'reasons' | 'provider'>;

export interface ReferralBody {
  readonly form: ReferralForm;
  readonly provider: string;
  /** Name of the organisation it came from. */
  readonly practice: string;
  /** Keyed hashes the person is found by: one referral of theirs may be open at a time (HS-09). */
  readonly personHashes: readonly string[];
  /** Why somebody went ahead despite a warning, by rule. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** At most `maxCalls`. */
  readonly calls: readonly Call[];
  /** A London date on which the patient asked to be rung again. */
  readonly callBackOn?: string;
  readonly sessions: Sessions;
  readonly dnaCount: number;
  readonly ended?: {
    readonly at: string;
    readonly reason?: string;
    readonly award?: { readonly on: string; readonly certificate: string };
    readonly noAwardReason?: keyof typeof noAwardReasons;
  };
}
export type Referral = Head<'REF', ReferralState, ReferralBody>;

export const maxCalls = 40;

const endStates: readonly ReferralState[] = [
  'DECLINED',
  'UNREACHABLE',
  'COMPLETED',
  'COMPLETED_NO_AWARD',
  'CLOSED_DNA',
  'WITHDRAWN',
];
export const hasEnded = (state: ReferralState): boolean => endStates.includes(state);

/** Which sessions the patient has attended in full, 0 to 2. */
export function sessionsAttended({ body: { sessions } }: Referral): number {
  return ([1, 2] as const).filter((number) => sessions[number]?.mark?.as === 'ATTENDED').length;
}

/** Where a referral stands, as a sentence for someone whose card or page is out of date. */
export function whereItStands(referral: Referral): string {
  return `This referral has moved on. It is now: ${referralStates[referral.state].label.toLowerCase()}.`;
}
