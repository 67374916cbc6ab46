/** What is said in kind: the first hello, help, thanks, and not having understood. */
import type { Me } from '../../contract/answers.ts';
import type { Chat, Reply, Turn } from '../chat.ts';
import { buttonsFor, whatIDo, wordsFor } from '../offers.ts';
import { refused } from './refused.ts';
import { sentence } from './sentence.ts';

const danger = 'I am not an alarm. If you are in danger, call 999 or use your alarm.';

type Say = (me: Me) => Parameters<typeof sentence>[0];

/** The first hello (EXPERIENCE, Chat): who I am, what I am not, and what this person's role can do. */
export const hello: Say = ({ name, roles }) => ({
  title: `Hello ${name}`,
  lines: [`I am Common Ground. ${whatIDo(roles)}`],
  danger,
  buttons: buttonsFor(roles, 3),
});

export const helloAgain: Say = ({ name, roles }) => ({
  lines: [`Hello ${name}. What can I do for you?`],
  buttons: buttonsFor(roles),
});

export const youAreWelcome: Say = ({ roles }) => ({
  lines: ['You are welcome.'],
  buttons: buttonsFor(roles),
});

export const help: Say = ({ roles, demo }) => ({
  title: 'What you can say',
  lines: [],
  facts: [
    ...wordsFor(roles),
    ...(demo ? [{ title: 'act as and a name', value: 'Be someone else, in this demonstration.' }] : []),
  ],
  danger,
  buttons: buttonsFor(roles),
});

export const notUnderstood: Say = ({ roles }) => ({
  lines: ['I did not understand that. You can say:'],
  buttons: buttonsFor(roles),
});

export const mistypedReference: Say = ({ roles }) => ({
  lines: ['This reference has a mistake in it. Check its numbers and send it again.'],
  buttons: buttonsFor(roles),
});

export const howToAskStatus: Say = ({ roles }) => ({
  lines: ['Say "status" and the reference, for example "status INC-2027-4839272".'],
  buttons: buttonsFor(roles),
});

export const howToLink: Say = ({ roles }) => ({
  lines: ['Say "link" and the references of the two reports of one event.'],
  buttons: buttonsFor(roles),
});

export const howToSetUpPanel: Say = ({ roles }) => ({
  lines: [
    'Add me to the team, then say in the channel of the panel: "@Common Ground set up panel". I post each item there.',
  ],
  buttons: buttonsFor(roles),
});

export const nowActing: Say = ({ name, roles }) => ({
  lines: [
    `You are now ${name}: ${roles.map(({ label, organisationName }) => `${label}, ${organisationName}`).join('; ')}.`,
  ],
  buttons: buttonsFor(roles),
});

/** One of the above, in the words that fit this person's roles. */
export async function say(chat: Chat, { person }: Turn, what: Say): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'me', input: {} });
  return asked.answered ? sentence(what(asked.answer)) : refused(chat, asked.refusal);
}
