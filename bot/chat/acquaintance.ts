/** Knowing how to write to a person, and having said hello to them once in their life (EXPERIENCE, Chat). */
import type { ConversationReference } from 'botbuilder';
import type { Person } from '../desk/caller.ts';
import type { Chat } from './chat.ts';

export interface Acquaintance {
  /**
   * Keeps the reference when it is new to this process, or always when `installed`. True for the first hello: once
   * per person, whatever is reinstalled or restarted, because the hello is a command whose receipt never expires.
   */
  meet(person: Person, reference: Partial<ConversationReference>, installed?: boolean): Promise<boolean>;
}

export function createAcquaintance({ desk, newId }: Chat): Acquaintance {
  const kept = new Map<string, string>();
  return {
    async meet(person, reference, installed = false) {
      const now = JSON.stringify(reference);
      if (!installed && kept.get(person.person) === now) return false;
      const remember = (id: string) =>
        desk.perform(
          { ...person, from: 'chat' },
          {
            id,
            name: 'self.rememberConversation',
            input: { reference: { ...reference }, welcomed: true },
          },
        );
      const first = await remember(`first-hello-${person.person}`);
      const result = first.done && first.repeated ? await remember(newId()) : first;
      if (result.done) kept.set(person.person, now);
      return first.done && !first.repeated;
    },
  };
}
