import { identifiersOf } from '../../domain/rehab/identifiers.ts';
import type { Referral } from '../../domain/rehab/referral.ts';
import { asReferral } from '../commands/referral.ts';
import { orgScope } from '../office.ts';
import type { HeadRow } from '../rows.ts';
import type { Page, Stored } from '../ports.ts';
import type { QuestionSpecs } from '../spec.ts';
import { notAvailableAnswer } from './find.ts';
import { pagingOf } from './incident.ts';
import { programmeScopes } from './programmeScope.ts';
import { referringGrant } from './referral.ts';
import { callRowOf, rowOf } from './referralViews.ts';

export const referralListQuestions = {
  'referral.mine': {
    object: 'referral',
    action: 'S',
    answer: async ({ input, office, grants, person, now }) => {
      const grant = referringGrant(grants, person.person);
      if (!grant) return notAvailableAnswer;
      const scope = (await programmeScopes(office, [grant]))(grant);
      if (scope === undefined) return { answered: true, answer: { rows: [] }, identifiers: [] };
      const { organisation } = grant;
      const page = await office.records.list(
        scope,
        'referralsOfOrganisation',
        { organisation },
        pagingOf(input),
      );
      return listed(page, (referral) => rowOf(referral, now));
    },
  },
  'referral.calls': {
    object: 'contactAttempt',
    action: 'C',
    answer: async ({ input, office, grants: [grant], now }) => {
      const scope = orgScope(grant.organisation);
      const page = await office.records.list(scope, 'referralsInQueue', { queue: 'CALLS' }, pagingOf(input));
      return listed(page, (referral) => callRowOf(referral, now));
    },
  },
  'referral.list': {
    object: 'session',
    action: 'C',
    answer: async ({ input, office, grants: [grant], now }) => {
      const scope = orgScope(grant.organisation);
      const { queue } = input;
      const page = queue
        ? await office.records.list(scope, 'referralsInQueue', { queue }, pagingOf(input))
        : await office.records.list(scope, 'referralsOfProvider', {}, pagingOf(input));
      return listed(page, (referral) => rowOf(referral, now));
    },
  },
} satisfies Partial<QuestionSpecs>;

/** These lists name patients, so each one read is a line of the access log, with the references it showed (D15). */
export function readOf(referrals: readonly { readonly ref: string }[]): { readonly read?: string } {
  return referrals.length > 0 ? { read: [...new Set(referrals.map(({ ref }) => ref))].join(' ') } : {};
}

function listed<R>({ rows, next }: Page<HeadRow>, inWords: (referral: Referral) => R) {
  const referrals = rows.map(({ row }: Stored<HeadRow>) => asReferral(row));
  return {
    answered: true as const,
    answer: { rows: referrals.map(inWords), ...(next ? { next } : {}) },
    identifiers: referrals.flatMap(identifiersOf),
    ...readOf(referrals),
  };
}
