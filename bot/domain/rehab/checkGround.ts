import type { FieldProblem } from '../../contract/refusal.ts';
import type { Facts } from '../decision.ts';
import { opensProgramme, type Placement } from '../placement/placement.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import { addMonths } from '../time/workingDays.ts';
import { checkDay, readDay } from './checkDay.ts';
import { programmeOf } from './programme.ts';
import type { ReferralForm } from './referral.ts';

/** How long a warning letter opens the programme (G1). */
const LETTER_MONTHS = 6;

/** What the rule asks of the placement a referral names. */
export interface KnownPlacement extends Pick<Placement, 'ref' | 'state' | 'organisation' | 'caseload'> {
  readonly body: Pick<Placement['body'], 'personHashes'>;
}

/** What the form alone says of the ground on the day of submission (R2). What is not there is not judged. */
export function checkGroundFields(form: Partial<ReferralForm>, facts: Facts): FieldProblem[] {
  switch (form.ground) {
    case 'G1':
      return checkLetter(form.warningLetterDate, londonDate(facts.now));
    case 'G2':
      return form.schemePlacement
        ? []
        : [
            {
              field: 'schemePlacement',
              message: "Give the reference of the patient's placement on the scheme.",
            },
          ];
    case 'G3':
      return checkBehaviour(form.ground3Reason, facts);
    case undefined:
      return [];
  }
}

/** G1: letter ≤ today ≤ six months after the letter, both days included, month ends clamped. */
function checkLetter(letter: string | undefined, today: Temporal.PlainDate): FieldProblem[] {
  const field = 'warningLetterDate';
  if (!letter) return [{ field, message: 'Give the date of the warning letter.' }];
  const wrong = checkDay(letter, field, today);
  if (wrong.length > 0) return wrong;
  const until = addMonths(readDay(letter) ?? today, LETTER_MONTHS);
  if (Temporal.PlainDate.compare(today, until) <= 0) return [];
  return [
    {
      field,
      rule: 'G1',
      message: `A warning letter opens the programme for six months: this one until ${dateLabel(until)}. A new letter, or another ground, is needed.`,
    },
  ];
}

/** G2: the placement is this very person's, with the referrer's practice, provisional or confirmed. */
export function checkPlacement(
  { ground, schemePlacement }: ReferralForm,
  placement: KnownPlacement | undefined,
  personHashes: readonly string[],
  { actor: { organisation } }: Facts,
): FieldProblem[] {
  if (ground !== 'G2' || !schemePlacement) return [];
  const isTheirs = placement?.body.personHashes.some((hash) => personHashes.includes(hash));
  // A placement that the referrer has nothing to do with is answered like one that does not exist.
  const isKnown = placement?.organisation === organisation || placement?.caseload?.includes(organisation);
  if (placement && isTheirs && isKnown && opensProgramme(placement.state)) return [];
  return [
    {
      field: 'schemePlacement',
      rule: 'G2',
      message:
        'There is no placement of this patient on the scheme with that reference. Check the reference, or choose another ground.',
    },
  ];
}

function checkBehaviour(reason: string | undefined, facts: Facts): FieldProblem[] {
  if (!programmeOf(facts.profile).ground3) {
    const message = 'Your area does not accept this ground. Choose another one.';
    return [{ field: 'ground', rule: 'G3', message }];
  }
  if (reason) return [];
  return [
    {
      field: 'ground3Reason',
      message:
        'Say in a sentence why: how often, and at which practices. The details of what happened stay out.',
    },
  ];
}
