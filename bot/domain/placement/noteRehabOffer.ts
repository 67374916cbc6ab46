import type { RehabNote, RehabOfferStage, RehabStep } from '../../contract/placement.ts';
import { advance, type Deadline, type Decision, type Facts } from '../decision.ts';
import type { Placement, RehabOffer } from './placement.ts';

type Offered = Exclude<RehabOfferStage, 'NOT_OFFERED'>;
type Told = Exclude<RehabOffer, { readonly stage: 'NOT_OFFERED' }>;

/**
 * What each step of a referral makes of the offer, an earlier step before a later one. A patient who could not be
 * reached has still been offered it. ARCHITECTURE.md prints it.
 */
export const stageAfter: Readonly<Record<RehabStep, Offered>> = {
  SUBMITTED: 'OFFERED',
  UNREACHABLE: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  CLOSED_DNA: 'SESSIONS_MISSED',
  COMPLETED_NO_AWARD: 'COMPLETED_NO_AWARD',
  COMPLETED: 'COMPLETED',
};
const rank = Object.keys(stageAfter);

/**
 * The scheme's duty to offer the programme (§3.2): a referral under G2 has moved on. Notes may come late, twice or in
 * any order: only a later step of a referral, or one of a later referral, changes the offer, so that whatever the
 * order, the end is the same. The first offer meets DL-25, on the day it was made.
 */
export function noteRehabOffer(note: RehabNote, placement: Placement, facts: Facts): Decision {
  const offer = offerIn(note);
  const deadline = placement.deadlines['DL-25'];
  const met = deadline && metBy(deadline, note.offeredAt);
  const isLater = comesAfter(offer, placement.body.rehabOffer);
  const outcome = { ref: placement.ref, state: placement.state, message: 'Noted on the placement.' };
  if (!isLater && met === deadline) {
    return {
      changed: true,
      heads: [],
      entries: [],
      outcome: { ...outcome, version: placement.version },
    };
  }
  const told = isLater ? withOffer(placement, offer) : placement;
  const next = advance(told, facts.now, met ? { deadlines: { ...placement.deadlines, 'DL-25': met } } : {});
  const { step, stage, referral, provider, at } = offer;
  return {
    changed: true,
    heads: [next],
    entries: [
      {
        ref: placement.ref,
        action: 'placement.rehabOffer',
        content: { step, stage, referral, provider, at },
      },
    ],
    outcome: { ...outcome, version: next.version },
  };
}

/** The programme's provider may know from now on that the patient is on the scheme (DOMAIN §1.2), and no more. */
function withOffer(placement: Placement, rehabOffer: Told): Placement {
  const { body } = placement;
  const caseload = [body.schemeProvider.organisation, rehabOffer.provider];
  return { ...placement, caseload, body: { ...body, rehabOffer } };
}

/** Whether one note tells of a later step than what is known: of a later referral, or further on in the same. */
function comesAfter(offer: Told, known: RehabOffer): boolean {
  if (known.stage === 'NOT_OFFERED') return true;
  const sent = compareInstants(offer.offeredAt, known.offeredAt);
  if (sent !== 0) return sent > 0;
  if (offer.referral !== known.referral) return offer.referral > known.referral;
  return rank.indexOf(offer.step) > rank.indexOf(known.step);
}

/** Met at the first offer there was, whichever is told of first. */
function metBy(deadline: Deadline, offeredAt: string): Deadline {
  const { settledAt } = deadline;
  if (settledAt !== undefined && compareInstants(settledAt, offeredAt) <= 0) return deadline;
  return { ...deadline, settledAt: offeredAt };
}

function offerIn({ step, offeredAt, at, referral, provider, referrer }: RehabNote): Told {
  return { stage: stageAfter[step], step, offeredAt, at, referral, provider, referrer };
}

const compareInstants = (one: string, other: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other));
