import type { Grant } from '../../contract/roles.ts';
import { placementGrounds } from '../../contract/placement.ts';
import { opener } from '../../domain/placement/checkOpening.ts';
import { identifiersOf } from '../../domain/placement/identifiers.ts';
import { opensProgramme, type Placement } from '../../domain/placement/placement.ts';
import { londonDate } from '../../domain/time/london.ts';
import { subjectOfNew } from '../authorise.ts';
import { collect } from '../collect.ts';
import { asPlacement } from '../commands/placement.ts';
import { areaScope, directory } from '../office.ts';
import { allows } from '../permissions/allows.ts';
import type { OrganisationRow } from '../rows.ts';
import type { QuestionSpecs } from '../spec.ts';
import { notAvailableAnswer } from './find.ts';
import { findPlacement, viewOf } from './findPlacement.ts';
import { pagingOf } from './incident.ts';
import { pageOf, rowOf, statusOf } from './placementViews.ts';
import { readOf } from './referralLists.ts';

const readPlacement = { object: 'placement', action: 'R' } as const;

export const placementQuestions = {
  'placement.form': {
    object: 'placement',
    action: 'C',
    answer: async ({ office, grants, now }) => {
      const grant = grants.find(({ role }) => role === opener);
      if (!grant) return notAvailableAnswer;
      const all = await collect(office.records, directory, 'organisations', {});
      const inArea = (type: string) =>
        all.filter((row) => row.area === grant.area && row.type === type).map(choiceOf);
      return {
        answered: true,
        identifiers: [],
        answer: {
          commandId: office.random.uuid(),
          today: londonDate(now).toString(),
          grounds: (['B', 'C', 'D'] as const).map((value) => ({ value, label: placementGrounds[value] })),
          schemeProviders: inArea('schemeProvider'),
          practices: inArea('practice'),
        },
      };
    },
  },
  'placement.status': {
    ...readPlacement,
    answer: async ({ input, office, grants, person }) => {
      const found = await findPlacement(office, grants, person.person, input.ref);
      if (!found) return notAvailableAnswer;
      return {
        answered: true,
        answer: statusOf(found.placement, found.view),
        identifiers: identifiersOf(found.placement),
        read: found.placement.ref,
      };
    },
  },
  'placement.page': {
    ...readPlacement,
    answer: async ({ input, office, grants, person: { person }, now }) => {
      const found = await findPlacement(office, grants, person, input.ref);
      if (found?.view !== 'full') return notAvailableAnswer;
      const { head, grant, placement } = found;
      const entries = await collect(office.records, head.scope, 'entriesOfRecord', { ref: head.ref });
      return {
        answered: true,
        answer: pageOf(placement, entries, {
          organisation: grant.organisation,
          now,
          mayRefer: mayRefer(placement, grant, person),
        }),
        identifiers: identifiersOf(placement),
        read: head.ref,
      };
    },
  },
  'placement.list': {
    ...readPlacement,
    answer: async ({ input, office, grants, person, now }) => {
      const grant = grants.find((candidate) => {
        const { createdBy: _ofNobody, ...subject } = subjectOfNew(candidate, person.person);
        return viewOf(candidate, { ...subject, caseload: [candidate.organisation] }) === 'full';
      });
      if (!grant) return notAvailableAnswer;
      const scope = areaScope(grant.area);
      const page = ['SGP', 'SAD'].includes(grant.role)
        ? await office.records.list(
            scope,
            'placementsOfScheme',
            { scheme: grant.organisation },
            pagingOf(input),
          )
        : await office.records.list(scope, 'placementsOfArea', {}, pagingOf(input));
      const placements = page.rows.map(({ row }) => asPlacement(row));
      return {
        answered: true,
        answer: {
          rows: placements.map((placement) => rowOf(placement, now)),
          ...(page.next ? { next: page.next } : {}),
        },
        identifiers: placements.flatMap(identifiersOf),
        ...readOf(placements),
      };
    },
  },
} satisfies Partial<QuestionSpecs>;

/** G2: from the scheme's practice, while the patient is placed and no referral of theirs is under way (HS-09). */
function mayRefer({ state, caseload, body }: Placement, grant: Grant, person: string): boolean {
  const { rehabOffer } = body;
  const isUnderWay =
    rehabOffer.stage === 'ACCEPTED' || ('step' in rehabOffer && rehabOffer.step === 'SUBMITTED');
  const subject = { ...subjectOfNew(grant, person), ...(caseload ? { caseload } : {}) };
  return opensProgramme(state) && !isUnderWay && allows(grant, 'S', 'referral', subject).allowed;
}

const choiceOf = ({ organisation, name }: OrganisationRow) => ({ value: organisation, label: name });
