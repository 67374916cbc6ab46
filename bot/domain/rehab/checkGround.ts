import { refuse, refuseFields, type Facts, type Refused } from '../decision.ts';
import { opensProgramme, type Placement } from '../placement/placement.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { addMonths } from '../time/workingDays.ts';
import { checkDay, readDay } from './checkReferral.ts';
import { programmeOf } from './programme.ts';
import type { ReferralForm } from './referral.ts';

/** How long a warning letter opens the programme (G1). */
const LETTER_MONTHS = 6;

/** What the rule asks of the placement a referral names. */
export interface KnownPlacement extends Pick<Placement, 'ref' | 'state' | 'organisation' | 'caseload'> {
  readonly body: Pick<Placement['body'], 'personHashes'>;
}

/** Why the ground does not hold on the day of submission (R2); undefined when it does. */
export function checkGround(
  form: ReferralForm,
  placement: KnownPlacement | undefined,
  personHashes: readonly string[],
  facts: Facts,
): Refused | undefined {
  switch (form.ground) {
    case 'G1':
      return checkLetter(form.warningLetterDate, londonDate(facts.now));
    case 'G2':
      return checkPlacement(form.schemePlacement, placement, personHashes, facts);
    case 'G3':
      return checkBehaviour(form.ground3Reason, facts);
  }
}

/** G1: letter ≤ today ≤ six months after the letter, both days included, month ends clamped. */
function checkLetter(letter: string | undefined, today: Temporal.PlainDate): Refused | undefined {
  const field = 'warningLetterDate';
  if (!letter) return refuseFields([{ field, message: 'Give the date of the warning letter.' }]);
  const [first, ...rest] = checkDay(letter, field, today);
  if (first) return refuseFields([first, ...rest]);
  const until = addMonths(readDay(letter) ?? today, LETTER_MONTHS);
  if (Temporal.PlainDate.compare(today, until) <= 0) return undefined;
  return refuse(
    'G1',
    `A warning letter opens the programme for six months: this one until ${dateLabel(until)}. A new letter, or another ground, is needed.`,
    field,
  );
}

/** G2: a placement of this very person, with the referrer's practice, provisional or confirmed. */
function checkPlacement(
  reference: string | undefined,
  placement: KnownPlacement | undefined,
  personHashes: readonly string[],
  { actor: { organisation } }: Facts,
): Refused | undefined {
  const field = 'schemePlacement';
  if (!reference) {
    return refuseFields([{ field, message: "Give the reference of the patient's placement on the scheme." }]);
  }
  const isTheirs = placement?.body.personHashes.some((hash) => personHashes.includes(hash));
  // A placement that the referrer has nothing to do with is answered like one that does not exist.
  const isKnown = placement?.organisation === organisation || placement?.caseload?.includes(organisation);
  if (placement && isTheirs && isKnown && opensProgramme(placement.state)) return undefined;
  return refuse(
    'G2',
    'There is no placement of this patient on the scheme with that reference. Check the reference, or choose another ground.',
    field,
  );
}

function checkBehaviour(reason: string | undefined, facts: Facts): Refused | undefined {
  if (!programmeOf(facts.profile).ground3) {
    return refuse('G3', 'Your area does not accept this ground. Choose another one.', 'ground');
  }
  if (reason) return undefined;
  return refuseFields([{ field: 'ground3Reason', message: 'Say in a few words why.' }]);
}
