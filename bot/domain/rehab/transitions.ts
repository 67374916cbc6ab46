/** The life of a referral as data: the rows of DOMAIN §3.2 this version carries out; ARCHITECTURE.md prints them. */
import { referralStates } from '../../contract/referralWords.ts';
import type { ReferralState } from '../../contract/referral.ts';
import type { Transition } from '../incident/incident.ts';
import { refuseStale, type Refused } from '../decision.ts';
import { hasEnded, whereItStands, type Referral, type SessionNumber } from './referral.ts';

export interface ReferralTransition extends Transition {
  readonly from: readonly ReferralState[];
  readonly to: ReferralState | 'the same';
  /** The session it is about, where the command names one. */
  readonly session?: SessionNumber;
  /** The attendance mark, call result, way of closing or award that leads here, where the command names one. */
  readonly by?: readonly string[];
}

const open = (Object.keys(referralStates) as ReferralState[]).filter((state) => !hasEnded(state));
const coordinator = { actors: ['RCO'] } as const;
const trainers = { actors: ['RTR', 'RCO'], command: 'referral.markAttendance' } as const;
const calls = { ...coordinator, command: 'referral.logAttempt' } as const;
const books = { ...coordinator, command: 'referral.book' } as const;
const cancels = { ...coordinator, command: 'referral.cancelSession', guard: 'before it starts' } as const;
const ends = 'referrer told (DL-24); open deadlines end; diary and HS-09 claims given up';
const attended = '165 minutes of 180, or a reason; not before they have passed';
const missed = 'started 30 minutes ago';
const free = 'trainer free for 180 minutes; not in the past; warnings of §4.6 with a reason';

export const referralTransitions: readonly ReferralTransition[] = [
  {
    id: 'R2',
    from: [],
    to: 'SUBMITTED',
    actors: ['PPM', 'PGP', 'SGP', 'SAD'],
    command: 'referral.submit',
    guard: 'HS-08 agreement; ground valid; telephone valid; HS-09 no other open referral',
    effect: 'coordinator told; DL-19 starts',
  },
  {
    ...calls,
    id: 'R4',
    from: ['SUBMITTED', 'CONTACTING'],
    to: 'CONTACTING',
    by: ['NO_ANSWER', 'MESSAGE_LEFT', 'WRONG_NUMBER', 'SPOKE_CALL_BACK'],
    guard: 'at most 40 calls',
    effect: 'DL-19 met by the first',
  },
  {
    ...calls,
    id: 'R5',
    from: ['SUBMITTED', 'CONTACTING'],
    to: 'ACCEPTED',
    by: ['SPOKE_ACCEPTED'],
    guard: 'access needs confirmed',
    effect: 'DL-21 starts',
  },
  {
    ...calls,
    id: 'R6',
    from: ['SUBMITTED', 'CONTACTING'],
    to: 'DECLINED',
    by: ['SPOKE_DECLINED'],
    guard: 'none',
    effect: ends,
  },
  {
    ...coordinator,
    id: 'R7',
    from: ['CONTACTING'],
    to: 'UNREACHABLE',
    command: 'referral.close',
    by: ['UNREACHABLE'],
    guard: '3 calls on 3 days; 10 working days since it was sent; a reason when all were 9am to 5pm',
    effect: ends,
  },
  {
    ...books,
    id: 'R8',
    session: 1,
    from: ['ACCEPTED', 'S1_DNA', 'S1_CANCELLED'],
    to: 'S1_BOOKED',
    guard: free,
    effect: 'trainer told; DL-21 met',
  },
  {
    ...books,
    id: 'R8, moved',
    session: 1,
    from: ['S1_BOOKED'],
    to: 'S1_BOOKED',
    guard: `before it starts; ${free}`,
    effect: 'R11 and R8 in one; trainers told',
  },
  {
    ...trainers,
    id: 'R9',
    session: 1,
    by: ['ATTENDED'],
    from: ['S1_BOOKED'],
    to: 'S1_DONE',
    guard: attended,
    effect: 'DL-22 starts; a held second session becomes certain: S2_BOOKED',
  },
  {
    ...trainers,
    id: 'R10',
    session: 1,
    by: ['DNA'],
    from: ['S1_BOOKED'],
    to: 'S1_DNA',
    guard: missed,
    effect: 'one miss counted; a held second session is let go',
  },
  {
    ...cancels,
    id: 'R11',
    session: 1,
    from: ['S1_BOOKED'],
    to: 'S1_CANCELLED',
    effect: 'trainer told; a held second session is let go',
  },
  {
    ...trainers,
    id: 'R9, in part',
    session: 1,
    by: ['PARTIAL'],
    from: ['S1_BOOKED'],
    to: 'S1_CANCELLED',
    guard: 'fewer than 165 minutes, and no more than have passed',
    effect: 'not counted as a miss; a full session again',
  },
  {
    ...books,
    id: 'R12',
    session: 2,
    from: ['S1_DONE', 'S2_DNA', 'S2_CANCELLED'],
    to: 'S2_BOOKED',
    guard: `after session 1; ${free}`,
    effect: 'trainer told',
  },
  {
    ...books,
    id: 'R12a',
    session: 2,
    from: ['S1_BOOKED'],
    to: 'the same',
    guard: `after session 1; ${free}`,
    effect: 'held, certain once session 1 is attended; trainer told',
  },
  {
    ...books,
    id: 'R12, moved',
    session: 2,
    from: ['S2_BOOKED'],
    to: 'S2_BOOKED',
    guard: `before it starts; after session 1; ${free}`,
    effect: 'R15 and R12 in one; trainers told',
  },
  {
    ...trainers,
    id: 'R13',
    session: 2,
    by: ['ATTENDED'],
    from: ['S2_BOOKED'],
    to: 'S2_DONE',
    guard: attended,
    effect: 'referrer told that both were attended; DL-22 met',
  },
  {
    ...trainers,
    id: 'R14',
    session: 2,
    by: ['DNA'],
    from: ['S2_BOOKED'],
    to: 'S2_DNA',
    guard: missed,
    effect: 'one miss counted',
  },
  {
    ...cancels,
    id: 'R15',
    session: 2,
    from: ['S2_BOOKED'],
    to: 'S2_CANCELLED',
    effect: 'trainer told',
  },
  {
    ...cancels,
    id: 'R12a, let go',
    session: 2,
    from: ['S1_BOOKED'],
    to: 'the same',
    effect: 'the held time is free again; trainer told',
  },
  {
    ...trainers,
    id: 'R13, in part',
    session: 2,
    by: ['PARTIAL'],
    from: ['S2_BOOKED'],
    to: 'S2_CANCELLED',
    guard: 'fewer than 165 minutes, and no more than have passed',
    effect: 'not counted as a miss; a full session again',
  },
  {
    ...coordinator,
    id: 'R16',
    from: ['S2_DONE'],
    to: 'COMPLETED',
    command: 'referral.recordAward',
    by: ['AWARDED'],
    guard: 'award dated session 2 or later; certificate reference',
    effect: ends,
  },
  {
    ...coordinator,
    id: 'R17',
    from: ['S2_DONE'],
    to: 'COMPLETED_NO_AWARD',
    command: 'referral.recordAward',
    by: ['NO_AWARD'],
    guard: 'why there is none',
    effect: ends,
  },
  {
    ...trainers,
    id: 'R18',
    session: 1,
    from: ['S1_BOOKED'],
    to: 'CLOSED_DNA',
    by: ['DNA'],
    guard: `${missed}; it is the second miss`,
    effect: ends,
  },
  {
    ...trainers,
    id: 'R18',
    session: 2,
    from: ['S2_BOOKED'],
    to: 'CLOSED_DNA',
    by: ['DNA'],
    guard: `${missed}; it is the second miss`,
    effect: ends,
  },
  {
    ...coordinator,
    id: 'R19',
    from: open,
    to: 'WITHDRAWN',
    command: 'referral.close',
    by: ['WITHDRAWN'],
    guard: 'a reason',
    effect: `coming sessions called off; ${ends}`,
  },
  {
    id: 'R19, by the referrer',
    from: open,
    to: 'WITHDRAWN',
    actors: ['PPM', 'PGP', 'SGP', 'SAD'],
    command: 'referral.withdraw',
    guard: 'a reason',
    effect: `coordinator told; coming sessions called off; ${ends}`,
  },
];

/** Whether the life cycle allows a command in a state, for one session or one way where the command names it. */
export function mayMove(
  command: string,
  state: ReferralState,
  { session, by }: { readonly session?: SessionNumber; readonly by?: string } = {},
): boolean {
  return referralTransitions.some(
    (row) =>
      row.command === command &&
      row.from.includes(state) &&
      (session === undefined || row.session === undefined || row.session === session) &&
      (by === undefined || row.by === undefined || row.by.includes(by)),
  );
}

/** Refused because the record has moved on since it was opened, or its state does not allow the step; else undefined. */
export function outOfDate(
  command: string,
  input: { readonly version?: number | undefined },
  referral: Referral,
  step: { readonly session?: SessionNumber; readonly by?: string } = {},
): Refused | undefined {
  const hasMoved = input.version !== undefined && input.version !== referral.version;
  if (!hasMoved && mayMove(command, referral.state, step)) return undefined;
  return refuseStale(whereItStands(referral));
}
