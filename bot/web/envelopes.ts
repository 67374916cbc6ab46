/** What a client sends around the input of a command or question, and what comes back. The OpenAPI shows the same. */
import { z } from 'zod';
import { outcome } from '../contract/answers.ts';
import { commandEnvelope, commands, under, type CommandName } from '../contract/commands.ts';
import { questions, type QuestionName } from '../contract/questions.ts';

/** The command's name is in the address. */
export const commandBody = commandEnvelope.omit({ name: true });

export const questionBody = z.strictObject({ input: z.unknown(), under: under.optional() });

export const commandAnswer = z
  .object({
    outcome,
    repeated: z.boolean().meta({
      description: 'True when this id had been carried out before: nothing was done twice.',
    }),
  })
  .meta({ id: 'CommandAnswer' });

/**
 * Commands that only the bot itself gives. A conversation reference names the service that the bot writes to with its
 * own credentials: taken from a client, it could name anybody's.
 */
const notForClients = ['self.rememberConversation'] as const satisfies readonly CommandName[];
export type OfferedCommand = Exclude<CommandName, (typeof notForClients)[number]>;

export const offeredCommands = (Object.keys(commands) as CommandName[]).filter(isForClients);
export const offeredQuestions = Object.keys(questions) as QuestionName[];

export function isOffered(name: string): boolean {
  return offeredCommands.some((offered) => offered === name);
}

function isForClients(name: CommandName): name is OfferedCommand {
  return !notForClients.some((own) => own === name);
}
