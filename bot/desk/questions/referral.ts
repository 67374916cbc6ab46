import type { Answer } from '../../contract/questions.ts';
import { grounds } from '../../contract/referralWords.ts';
import { roleLabels, type Grant } from '../../contract/roles.ts';
import { identifiersOf as placementIdentifiers } from '../../domain/placement/identifiers.ts';
import type { Placement } from '../../domain/placement/placement.ts';
import { identifiersOf } from '../../domain/rehab/identifiers.ts';
import { programmeOf } from '../../domain/rehab/programme.ts';
import { londonDate } from '../../domain/time/london.ts';
import { subjectOf, subjectOfNew } from '../authorise.ts';
import { asReferral } from '../commands/referral.ts';
import { directory } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { Answered, QuestionSpecs } from '../spec.ts';
import { findRecord, notAvailableAnswer } from './find.ts';
import { programmeScopes } from './programmeScope.ts';
import { findPlacement } from './findPlacement.ts';
import { pageOf } from './referralPage.ts';
import { statusOf } from './referralViews.ts';

const readReferral = { object: 'referral', action: 'R' } as const;

/** The grant under which this person may refer somebody, if any. */
export function referringGrant(grants: readonly Grant[], person: string): Grant | undefined {
  return grants.find((grant) => {
    const subject = { ...subjectOfNew(grant, person), caseload: [grant.organisation] };
    return allows(grant, 'S', 'referral', subject).allowed;
  });
}

export const referralQuestions = {
  'referral.form': {
    object: 'referral',
    action: 'S',
    answer: async ({ input, office, grants, person, now }) => {
      const grant = referringGrant(grants, person.person);
      if (!grant) return notAvailableAnswer;
      const placed = input.placement
        ? await findPlacement(office, [grant], person.person, input.placement)
        : undefined;
      if (input.placement && placed?.view !== 'full') return notAvailableAnswer;
      const [organisation, area] = await Promise.all([
        office.records.read(directory, `organisation:${grant.organisation}`, 'organisation'),
        office.records.read(directory, `area:${grant.area}`, 'area'),
      ]);
      const provider = area?.row.rehabProvider;
      if (!provider) return noProgramme;
      const providerRow = await office.records.read(directory, `organisation:${provider}`, 'organisation');
      const { phone, email, name } = organisation?.row ?? {};
      const { ground3 } = programmeOf(area.row.profile);
      return {
        answered: true,
        identifiers: placed ? placementIdentifiers(placed.placement) : [],
        ...(placed ? { read: placed.placement.ref } : {}),
        answer: {
          commandId: office.random.uuid(),
          openedAt: now.round('millisecond').toString(),
          provider,
          providerName: providerRow?.row.name ?? provider,
          practice: name ?? grant.organisation,
          today: londonDate(now).toString(),
          referrerName: person.name,
          referrerRole: roleLabels[grant.role],
          ...(phone ? { referrerPhone: phone } : {}),
          ...(email ? { referrerEmail: email } : {}),
          missing: [
            ...(phone ? [] : ['referrerPhone' as const]),
            ...(email ? [] : ['referrerEmail' as const]),
          ],
          grounds: (['G1', 'G2', 'G3'] as const)
            .filter((ground) => ground !== 'G3' || ground3)
            .map((value) => ({ value, label: grounds[value] })),
          ...(placed ? { filled: filledFrom(placed.placement) } : {}),
        },
      };
    },
  },
  'referral.status': {
    ...readReferral,
    answer: async ({ input, office, grants, person, now }) => {
      const scopeOf = await programmeScopes(office, grants);
      const found = await findRecord(office, grants, person.person, readReferral, input.ref, scopeOf);
      if (found?.head.type !== 'REF') return notAvailableAnswer;
      const referral = asReferral(found.head);
      return {
        answered: true,
        answer: statusOf(referral, person.person, now),
        identifiers: identifiersOf(referral),
        read: referral.ref,
      };
    },
  },
  'referral.page': {
    ...readReferral,
    answer: async ({ input, office, grants, person, now }) => {
      const scopeOf = await programmeScopes(office, grants);
      const found = await findRecord(office, grants, person.person, readReferral, input.ref, scopeOf);
      if (found?.head.type !== 'REF' || found.view !== 'full') return notAvailableAnswer;
      const { head, grant } = found;
      const entries = await office.records.list(
        head.scope,
        'entriesOfRecord',
        { ref: head.ref },
        { size: 100 },
      );
      const referral = asReferral(head);
      return {
        answered: true,
        answer: pageOf(
          referral,
          entries.rows.map((entry) => entry.row),
          {
            who: person.person,
            organisation: grant.organisation,
            now,
            isCoordinator: grant.role === 'RCO',
            mayWithdraw: allows(grant, 'S', 'referral', subjectOf(head, person.person)).allowed,
          },
        ),
        identifiers: identifiersOf(referral),
        read: head.ref,
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** G2: what the placement knows of the patient need not be typed again. */
function filledFrom({ ref, body: { patient } }: Placement): Answer<'referral.form'>['filled'] {
  const { patientFirstName, patientLastName, dob, nhsNumber, patientPhone } = patient;
  return {
    ground: 'G2',
    schemePlacement: ref,
    patientFirstName,
    patientLastName,
    dob,
    ...(nhsNumber ? { nhsNumber } : {}),
    ...(patientPhone ? { patientPhone } : {}),
  };
}

const noProgramme: Answered<never> = {
  answered: false,
  refusal: {
    code: 'refused',
    rule: '§2.7',
    message: 'Nobody runs the programme for your area at present, so nobody can be referred.',
  },
};
