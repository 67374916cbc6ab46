/** What a newcomer to the demo could try, as somebody with a given role. */
import type { Role } from '../contract/roles.ts';

const suggestions: Readonly<Partial<Record<Role, string>>> = {
  PRS: 'Report an incident, then see under My reports what became of it. In the chat, type “report”.',
  PPM: 'Open a report from your notices, take it into review, and close it with feedback to the person who sent it.',
  PGP: 'Look at your practice’s reports and take one into review.',
  SYS: 'See that an administrator cannot open any report.',
};

const nothingYet = 'Look around. Most of this role’s work comes later in a case.';

/** The first suggestion for any of these roles. */
export function tryThis(roles: readonly Role[]): string {
  return roles.map((role) => suggestions[role]).find((text) => text !== undefined) ?? nothingYet;
}
