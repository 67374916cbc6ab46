/** The audit log as the information-governance officer sees it (DOMAIN §8, §1.2). */
import { z } from 'zod';
import { reference } from './incident.ts';

/** By which door somebody came: the bot's chat, the tab or the API behind it, background work, or the app by itself. */
export const door = z.enum(['chat', 'tab', 'jobs', 'system']);
export type Door = z.infer<typeof door>;

export const auditFiles = {
  'audit.export': {
    input: z.strictObject({ ref: reference }),
    summary: 'The history of one record, as a table for Excel: who did what, when, and under which role.',
    mediaType: 'text/csv; charset=utf-8',
  },
} as const;
