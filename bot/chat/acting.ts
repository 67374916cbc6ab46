/** Demo mode (D14): every card says who the chat user is just now. It changes who they are, never what they may do. */
import type { Person } from '../desk/caller.ts';
import { renderCard } from '../outbound/renderCard.ts';
import template from './cards/acting.json' with { type: 'json' };
import type { Chat, Reply } from './chat.ts';

/** Puts "You are acting as …" under a reply. Outside demo mode it leaves the reply as it is. */
export function createActingLine(chat: Chat): (person: Person, reply: Reply) => Promise<Reply> {
  if (!chat.demo) return async (_person, reply) => reply;
  // Only the name, for show: what a person may do is read anew on every command.
  const names = new Map<string, string>();
  const nameOf = async (person: Person): Promise<string> => {
    const known = names.get(person.person);
    if (known !== undefined) return known;
    const asked = await chat.desk.ask(person, { name: 'me', input: {} });
    if (!asked.answered) return '';
    names.set(person.person, asked.answer.name);
    return asked.answer.name;
  };
  return async (person, reply) => {
    const name = await nameOf(person);
    if (name === '') return reply;
    const line = renderCard(template, { name });
    return { ...reply, card: { ...reply.card, body: [...reply.card.body, ...line.body] } };
  };
}
