/** What demo mode's own part of the API takes and answers (D14). */
import { z } from 'zod';
import { role } from '../contract/roles.ts';

/** A London wall-clock time, as a date and time field gives it. */
const londonTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, {
  error: 'Give the date and time in London, for example 2027-01-28T09:00.',
});

const demoNow = z
  .object({
    label: z.string().meta({ description: 'The demo clock in words, London time.' }),
    iso: z.string().meta({ description: 'The same as YYYY-MM-DDTHH:mm, London time.' }),
  })
  .meta({ id: 'DemoNow' });

const demoPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.object({ role, label: z.string(), organisationName: z.string() })),
    tryThis: z.string().meta({ description: 'Something worth trying as this person.' }),
  })
  .meta({ id: 'DemoPerson' });
export type DemoPerson = z.infer<typeof demoPerson>;

export const demoApi = {
  overview: {
    answer: z.object({ now: demoNow, people: z.array(demoPerson), chat: z.string() }).meta({ id: 'Demo' }),
    summary: 'The demo clock, who can sign in and what to try, and how to try the chat.',
  },
  signIn: {
    body: z.strictObject({ person: z.string().max(60) }),
    answer: z.object({ token: z.string() }).meta({ id: 'DemoToken' }),
    summary:
      'Sign in as somebody of the fictional area. Send the token as a Bearer token; it is good for 12 hours.',
  },
  clock: {
    body: z.strictObject({
      to: z.union([z.enum(['next-day', 'next-working-day']), londonTime], {
        error: 'Say next-day, next-working-day, or a date and time in London such as 2027-01-28T09:00.',
      }),
    }),
    answer: demoNow,
    summary:
      'Move the demo clock forward: to 9am on the next day or next working day, or to a time in London.',
  },
} as const;
