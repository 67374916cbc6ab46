import type { Chat, Reply } from '../chat.ts';
import { sentence } from './sentence.ts';

/** Someone the directory does not know. In demo mode they choose who to be (D14). */
export async function whoAreYou(chat: Chat, unknownName?: string): Promise<Reply> {
  const people = await chat.desk.demo?.people();
  if (!people) {
    return sentence({
      lines: ['You are not in the directory yet. Ask your administrator to add you.'],
      buttons: [],
    });
  }
  const first = unknownName ? `There is nobody here called "${unknownName}".` : 'This is a demonstration.';
  return sentence({
    title: 'Choose who you are',
    lines: [
      `${first} Say "act as" and a name, for example "act as ${people[0]?.name ?? ''}".`,
      `People here: ${people.map(({ name }) => name).join(', ')}.`,
    ],
    buttons: people.slice(0, 4).map(({ name }) => ({ title: name, say: `act as ${name}` })),
  });
}
