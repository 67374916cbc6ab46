/** What a newcomer to the demo could try, as somebody with a given role. */
import type { Role } from '../contract/roles.ts';

const suggestions: Readonly<Partial<Record<Role, string>>> = {
  PRS: 'Report an incident, then see under My reports what became of it. In the chat, type “report”.',
  PPM: 'Open a report from your notices, take it into review, and close it with feedback. Refer a patient under Referrals.',
  PGP: 'Look at your practice’s reports and take one into review.',
  CPT: 'Under Cases, see who is on the scheme. Under Panel, plan a meeting, fill its four seats and put an item on the agenda.',
  HPC: 'Chair a panel meeting: open an item, call the vote, and close it. A tie is yours to decide.',
  CCM: 'When a panel meeting is on, take your seat and vote.',
  PLR: 'When a panel meeting is on, take your seat and vote.',
  REG: 'Under Cases, see who is on the scheme and how care is given.',
  SGP: 'Under Patients, open one and refer them to the programme; the form knows the patient already.',
  RCO: 'Under Calls, see whom to ring; under Schedule, book both sessions.',
  RTR: 'See today’s sessions and say how they went. Try it as narrow as a phone.',
  IGO: 'Under Audit, see who did or read what, look for one person or record, and export it.',
  SYS: 'Under People, give somebody a role, cover an absence, let somebody leave. An administrator cannot open any report.',
};

const nothingYet = 'The pages for this role come with later versions.';

/** The first suggestion for any of these roles. */
export function tryThis(roles: readonly Role[]): string {
  return roles.map((role) => suggestions[role]).find((text) => text !== undefined) ?? nothingYet;
}
