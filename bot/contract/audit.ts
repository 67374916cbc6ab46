/** The audit log as the information-governance officer sees it (DOMAIN §8, §1.2). */
import { z } from 'zod';
import { reference } from './incident.ts';

export const auditFiles = {
  'audit.export': {
    input: z.strictObject({ ref: reference }),
    summary: 'The history of one record, as a table for Excel: who did what, when, and under which role.',
    mediaType: 'text/csv; charset=utf-8',
  },
} as const;
