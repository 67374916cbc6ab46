import { placementStates, type PlacementOpening } from '../../contract/placement.ts';
import { refuseFields, type Changes, type Claim, type Decision, type Facts } from '../decision.ts';
import { identityByName, identityByNumber } from '../people/identity.ts';
import { parsePostcode } from '../people/postcode.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { dateLabel } from '../time/labels.ts';
import {
  checkGround,
  checkOpening,
  checkWarnings,
  digitsOf,
  type FindOrganisation,
  type KnownOrganisation,
} from './checkOpening.ts';
import type { PatientIdentity, Placement } from './placement.ts';

/**
 * P1 by the Primary Care Team, on ground B, C or D: care by the scheme begins at once and lasts until the panel has
 * heard the case. The scheme practice is told; it offers the programme within 28 days of entry (DL-25).
 */
export function openPlacement(input: PlacementOpening, find: FindOrganisation, facts: Facts): Decision {
  const wrongGround = checkGround(input, facts);
  if (wrongGround) return wrongGround;
  const [first, ...rest] = checkOpening(input, find, facts);
  if (first) return refuseFields([first, ...rest]);
  const unanswered = checkWarnings(input, facts);
  if (unanswered) return unanswered;
  return file(input, find, facts);
}

function file(input: PlacementOpening, find: FindOrganisation, facts: Facts): Changes {
  const { actor } = facts;
  const at = facts.now.toString();
  const patient = identityIn(input);
  const personHashes = identitiesOf(patient).map((identity) => facts.hashPerson(identity));
  const [personHash] = personHashes;
  const scheme = named(find, input.schemeProvider);
  const { ground, evidence, entryDate, reasons } = input;
  const offerBy = deadlineCatalogue['DL-25'].due(Temporal.PlainDate.from(entryDate), facts.calendar);
  const placement: Placement = {
    type: 'PLC',
    ref: facts.mintReference('PLC'),
    area: actor.area,
    organisation: actor.organisation,
    createdBy: actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'PROVISIONAL',
    version: 1,
    profile: facts.profile,
    ...(personHash ? { personHash } : {}),
    caseload: [scheme.organisation],
    scheme: scheme.organisation,
    deadlines: { 'DL-25': { dueOn: offerBy.toString(), duty: scheme.organisation } },
    body: {
      patient,
      personHashes,
      ground,
      evidence,
      entryDate,
      schemeProvider: scheme,
      barredPractices: [...new Set(input.barredPractices)].map((code) => named(find, code)),
      rehabOffer: { stage: 'NOT_OFFERED' },
      ...(reasons ? { reasons } : {}),
    },
  };
  const { personHashes: _hashes, rehabOffer: _offer, ...content } = placement.body;
  return {
    changed: true,
    heads: [placement],
    claims: personHashes.map((hash) => activeClaim(hash, placement.ref)),
    entries: [{ ref: placement.ref, action: 'placement.opened', content }],
    facts: [{ measure: 'placement', ref: placement.ref, values: { ground } }],
    notices: [
      {
        template: 'placement.opened',
        ref: placement.ref,
        to: { roles: ['SGP', 'SAD'], organisation: scheme.organisation, each: true },
      },
    ],
    outcome: {
      ref: placement.ref,
      state: placement.state,
      version: placement.version,
      message: `The placement is open: ${placementStates.PROVISIONAL.label.toLowerCase()}. ${scheme.name} is told, and offers the programme by ${dateLabel(offerBy)}.`,
    },
  };
}

/** HS-17: while placed, a person has one place on the scheme and no other registration. */
const activeClaim = (hash: string, ref: string): Claim => ({
  id: `placement:${hash}`,
  rule: 'HS-17',
  ref,
  message: 'This person already has a place on the scheme. Find it in your list of cases.',
});

/** Everything the person can be found by, so that a second placement is noticed whichever of them it gives. */
function identitiesOf({ nhsNumber, patientFirstName, patientLastName, dob }: PatientIdentity): string[] {
  return [
    ...(nhsNumber ? [identityByNumber(nhsNumber)] : []),
    identityByName(`${patientFirstName} ${patientLastName}`, dob),
  ];
}

/** The number as 10 digits and the postcode in capitals, as the register keeps them. */
function identityIn(input: PlacementOpening): PatientIdentity {
  const { patientFirstName, patientLastName, dob, nhsNumberUnknown, patientPhone, address } = input;
  const nhsNumber = digitsOf(input);
  const postcode = input.postcode ? parsePostcode(input.postcode) : undefined;
  return {
    patientFirstName,
    patientLastName,
    dob,
    ...(nhsNumber ? { nhsNumber } : {}),
    ...(nhsNumberUnknown ? { nhsNumberUnknown } : {}),
    ...(patientPhone ? { patientPhone } : {}),
    ...(address ? { address } : {}),
    ...(postcode?.ok ? { postcode: postcode.value.postcode } : {}),
  };
}

/** The checks have found every organisation the form names. */
function named(find: FindOrganisation, code: string) {
  const { organisation, name } = find(code) as KnownOrganisation;
  return { organisation, name };
}
