/** What a person is offered: the words their roles can use (EXPERIENCE, Chat). */
import type { Me } from '../contract/answers.ts';
import type { Grant } from '../contract/roles.ts';
import { allows } from '../desk/permissions/allows.ts';
import { seatedRoles } from '../desk/permissions/objects/panel.ts';

export type Button = {
  readonly title: string;
  /** What the button says for the person, as if they had typed it. */
  readonly say: string;
};

interface Offer extends Button {
  readonly means: string;
  readonly may: (grant: Grant) => boolean;
}

const mayReport = (grant: Grant) => allows(grant, 'C', 'incident').allowed;
/** With a patient of one's own practice or caseload: reporters prepare referrals, they do not send them (DOMAIN §3.2 R2). */
const mayRefer = (grant: Grant) => allows(grant, 'S', 'referral', ownReferral(grant)).allowed;

/** In the order in which they matter to a reporter. */
const offers: readonly Offer[] = [
  { title: 'Report', say: 'report', means: 'Tell us what happened.', may: mayReport },
  {
    title: 'Refer',
    say: 'refer',
    means: 'Refer a patient to the behaviour programme.',
    may: mayRefer,
  },
  {
    title: 'My reports',
    say: 'my reports',
    means: 'See where your reports stand.',
    may: mayReport,
  },
  {
    title: 'My referrals',
    say: 'my referrals',
    means: 'See where your referrals stand.',
    may: mayRefer,
  },
  { title: 'Inbox', say: 'inbox', means: 'See what waits for you.', may: () => true },
  {
    title: 'Due',
    say: 'due',
    means: 'See what is due, and when.',
    may: (grant) => allows(grant, 'R', 'deadline').allowed,
  },
  {
    title: 'Next panel',
    say: 'next panel',
    means: 'See when the review panel meets next.',
    may: ({ role }) => seatedRoles.includes(role),
  },
];

/** What the app is for these roles, in a sentence for each; the first hello says it. */
export function whatIDo(roles: Me['roles']): string {
  const has = (...some: readonly string[]) => roles.some(({ role }) => some.includes(role));
  const sentences = [
    ...(roles.some((role) => mayReport(asGrant(role)))
      ? ['I take reports of violence and abuse at the practice, and tell the people who must act.']
      : []),
    ...(has('RCO')
      ? ['I tell you when a referral to the programme arrives, and when something is due.']
      : []),
    ...(has('RTR') ? ['I tell you when you have a session, and when one changes.'] : []),
    ...(has(...seatedRoles) ? ['I tell you when the review panel meets, and when it is your turn.'] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : 'I tell you when something waits for you.';
}

export const helpButton: Button = { title: 'Help', say: 'help' };

/** Buttons for these roles, at most `most`; "Help" last where there is room. */
export function buttonsFor(roles: Me['roles'], most = 4): Button[] {
  return [...offersFor(roles), helpButton].slice(0, most).map(({ title, say }) => ({ title, say }));
}

/** Every word these roles can use, and what it does. */
export function wordsFor(roles: Me['roles']): { title: string; value: string }[] {
  const mayReadRecords = (['incident', 'referral'] as const).some((object) =>
    roles.some((role) => allows(asGrant(role), 'R', object).allowed),
  );
  const mayLink = roles.some(mayChangeReports);
  return [
    ...offersFor(roles).map(({ say, means }) => ({ title: say, value: means })),
    ...(mayReadRecords
      ? [
          {
            title: 'status and a reference',
            value: 'See where it stands. The reference alone will do.',
          },
        ]
      : []),
    ...(mayLink
      ? [{ title: 'link and two references', value: 'Say that two reports are of one event.' }]
      : []),
    { title: 'help', value: 'See this list.' },
  ];
}

function offersFor(roles: Me['roles']): Offer[] {
  const offered = offers.filter((offer) => roles.some((role) => offer.may(asGrant(role))));
  // Whoever has deadlines to meet looks first at what waits, then acts; the rest stays in a reporter's order.
  if (!offered.some(({ say }) => say === 'due')) return offered;
  return offered.toSorted((a, b) => turn(a) - turn(b));
}

const firstForDuties = ['inbox', 'report', 'refer', 'due'];
const turn = ({ say }: Offer) => (firstForDuties.includes(say) ? firstForDuties.indexOf(say) : 4);

/** Whether this role changes a report that somebody else at the practice has sent: takes it, closes it, links it. */
export function mayChangeReports(role: Me['roles'][number]): boolean {
  return allows(asGrant(role), 'U', 'incident', aColleaguesReport(role)).allowed;
}

function aColleaguesReport({ organisation, area }: Me['roles'][number]) {
  return { who: 'me', createdBy: 'a colleague', organisation, area, state: 'REPORTED' };
}

function ownReferral({ organisation, area }: Grant) {
  return { who: 'me', createdBy: 'me', organisation, area, caseload: [organisation] };
}

/** `me` lists roles in force today only, so the dates of the grant behind one do not matter here. */
function asGrant({ role, organisation, area }: Me['roles'][number]): Grant {
  return { role, organisation, area, from: '2000-01-01' };
}
