/** Who is using the page and under which role: given once at the top, read by every part. */
import { createContext, useContext } from 'react';
import type { Me } from '../../bot/contract/answers.ts';
import type { Under } from '../../bot/contract/commands.ts';
import type { Api } from './api.ts';

export interface Caller {
  readonly api: Api;
  readonly under: Under | undefined;
}

export const CallerContext = createContext<Caller | undefined>(undefined);

export function useCaller(): Caller {
  const caller = useContext(CallerContext);
  if (!caller) throw new Error('This part is shown to someone who has signed in.');
  return caller;
}

export type HeldRole = Me['roles'][number];
