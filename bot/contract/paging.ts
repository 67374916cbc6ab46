import { z } from 'zod';

/** How every list is asked for: from where, and how many rows. */
export const paging = {
  after: z.string().max(2000).optional(),
  size: z.number().int().min(1).max(100).optional(),
};
