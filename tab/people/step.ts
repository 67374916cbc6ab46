import type { PersonPage } from '../../bot/contract/peopleAnswers.ts';

export type HeldRole = PersonPage['roles'][number];

/** What an administrator does about a person; some of it about one of their roles. */
export type Step =
  | { readonly do: 'grant' | 'rename' | 'leave' }
  | { readonly do: 'end' | 'cover'; readonly role: HeldRole };

export interface StepProps {
  readonly page: PersonPage;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** A text field left empty is not sent. */
export function given<T extends Readonly<Record<string, string>>>(typed: T): Partial<T> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== '')) as Partial<T>;
}
