/** What a client sends around the input of a command or question, and what comes back. The OpenAPI shows the same. */
import { z } from 'zod';
import { outcome } from '../contract/answers.ts';
import { commandEnvelope, under } from '../contract/commands.ts';
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

export const offeredQuestions = Object.keys(questions) as QuestionName[];
