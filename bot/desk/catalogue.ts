/** Every command and question the desk knows, by name. One without a row here does not compile. */
import { directoryCommands } from './commands/directory.ts';
import { incidentCommands } from './commands/incident.ts';
import { selfCommands } from './commands/self.ts';
import { deadlineQuestions } from './questions/deadline.ts';
import { inboxQuestions } from './questions/inbox.ts';
import { incidentQuestions } from './questions/incident.ts';
import { meQuestions } from './questions/me.ts';
import type { CommandSpecs, QuestionSpecs } from './spec.ts';

export const commandSpecs: CommandSpecs = { ...incidentCommands, ...selfCommands, ...directoryCommands };

export const questionSpecs: QuestionSpecs = {
  ...meQuestions,
  ...incidentQuestions,
  ...inboxQuestions,
  ...deadlineQuestions,
};
