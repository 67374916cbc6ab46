import type { ReferralSubmission } from '../../contract/referral.ts';
import { roleLabels } from '../../contract/roles.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import { askReason, refuse, refuseFields, type Decision, type Facts } from '../decision.ts';
import { parseNhsNumber } from '../people/nhsNumber.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { dateLabel } from '../time/labels.ts';
import { changesTo, indexed } from './change.ts';
import { checkPlacement, type KnownPlacement } from './checkGround.ts';
import { checkReferral, completed, identitiesOf, remarksOn, warningsOf } from './checkReferral.ts';
import type { Referral, ReferralForm } from './referral.ts';

/**
 * R2: a referral by a manager, a GP or the scheme's practice (DOMAIN §2.7). The patient has agreed (HS-08), the ground
 * holds today, and no other referral of theirs is open (HS-09). The coordinator is told; DL-19 starts.
 */
export function submitReferral(
  input: ReferralSubmission,
  placement: KnownPlacement | undefined,
  facts: Facts,
): Decision {
  if (!facts.rehabProvider || facts.rehabProvider !== input.provider) {
    return refuse('§2.7', 'Nobody runs the programme for your area at present, so nobody can be referred.');
  }
  const form = completed(input, facts, roleLabels[facts.actor.role]);
  const hashes = identitiesOf(form).map((identity) => facts.hashPerson(identity));
  const [first, ...rest] = [...checkReferral(form, facts), ...checkPlacement(form, placement, hashes, facts)];
  if (first) return refuseFields([first, ...rest]);
  const unanswered = warningsOf(form).find(({ rule }) => !input.reasons?.[rule]);
  if (unanswered) return askReason(unanswered.rule, unanswered.message, unanswered.field);
  return file(input, tidy(form, placement), hashes, facts);
}

/** What is wrong with the fields of a referral that could be read, while others could not. */
export function lookOverReferral(input: Partial<ReferralSubmission>, facts: Facts): FieldProblem[] {
  return checkReferral(completed(input, facts, roleLabels[facts.actor.role]), facts);
}

function file(
  { reasons, openedAt, provider }: ReferralSubmission,
  form: ReferralForm,
  personHashes: readonly string[],
  facts: Facts,
): Decision {
  const at = facts.now.toString();
  const { actor } = facts;
  const ringBy = deadlineCatalogue['DL-19'].due(facts.now, facts.calendar);
  const [personHash] = personHashes;
  const referral: Referral = indexed({
    type: 'REF',
    ref: facts.mintReference('REF'),
    area: actor.area,
    organisation: actor.organisation,
    createdBy: actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'SUBMITTED',
    version: 1,
    profile: facts.profile,
    ...(personHash ? { personHash, personHashes } : {}),
    caseload: [...new Set([provider, ...(['SGP', 'SAD'].includes(actor.role) ? [actor.organisation] : [])])],
    deadlines: { 'DL-19': { dueOn: ringBy.toString() } },
    body: {
      form,
      provider,
      practice: facts.organisation.name,
      personHashes,
      ...(reasons ? { reasons } : {}),
      calls: [],
      sessions: {},
      dnaCount: 0,
    },
  });
  const remarks = remarksOn(form);
  return {
    ...changesTo(undefined, referral),
    entries: [
      { ref: referral.ref, action: 'referral.submitted', content: { form, ...(reasons ? { reasons } : {}) } },
    ],
    facts: [{ measure: 'referral', ref: referral.ref, values: countable(form, openedAt, facts.now) }],
    notices: [
      { template: 'referral.new', ref: referral.ref, to: { roles: ['RCO'], organisation: provider } },
    ],
    outcome: {
      ref: referral.ref,
      state: referral.state,
      version: referral.version,
      message: `Thank you. The programme will ring the patient by ${dateLabel(ringBy)}, and you will be told how it ends.`,
      ...(remarks.length > 0 ? { warnings: remarks.map(({ rule, message }) => ({ rule, message })) } : {}),
    },
  };
}

/** Digits of the number, and the placement's reference, as the register keeps them. */
function tidy(form: ReferralForm, placement: KnownPlacement | undefined): ReferralForm {
  const number = form.nhsNumber ? parseNhsNumber(form.nhsNumber, { allowTestRange: true }) : undefined;
  return {
    ...form,
    ...(number?.ok ? { nhsNumber: number.value } : {}),
    ...(form.ground === 'G2' && placement ? { schemePlacement: placement.ref } : {}),
  };
}

/** What may be counted later (K13, §7.2): the ground and how long the form took; nothing that identifies anyone. */
function countable(form: ReferralForm, openedAt: string | undefined, now: Temporal.Instant) {
  const opened = openedAt ? Temporal.Instant.from(openedAt) : undefined;
  return {
    ground: form.ground,
    ...(opened ? { formSeconds: Math.round(now.since(opened).total('seconds')) } : {}),
  };
}
