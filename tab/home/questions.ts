/** What Home asks first, by role: one list for the page, and for what is asked while its code is still on the way. */
import type { Role } from '../../bot/contract/roles.ts';

export const waiting = { name: 'inbox.list', input: { unreadOnly: true, size: 20 } } as const;
export const due = { name: 'deadline.list', input: { size: 20 } } as const;
export const since = { name: 'inbox.list', input: { size: 30 } } as const;

/** Roles with deadlines of their own to see to. */
export const hasDeadlines = (role: Role) => ['PPM', 'PGP', 'RCO', 'SGP', 'SAD', 'IGO'].includes(role);

export const homeQuestions = (role: Role) => (hasDeadlines(role) ? [waiting, due, since] : [waiting, since]);
