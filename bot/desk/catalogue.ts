/** Every command and question the desk knows, by name. One without a row here does not compile. */
import { directoryCommands } from './commands/directory.ts';
import { incidentCommands } from './commands/incident.ts';
import { referralCommands } from './commands/referral.ts';
import { meetingCommands } from './commands/meeting.ts';
import { itemCommands } from './commands/item.ts';
import { peopleCommands } from './commands/people.ts';
import { peopleImportCommands } from './commands/peopleImport.ts';
import { selfCommands } from './commands/self.ts';
import { deadlineQuestions } from './questions/deadline.ts';
import { inboxQuestions } from './questions/inbox.ts';
import { incidentQuestions } from './questions/incident.ts';
import { meQuestions } from './questions/me.ts';
import { peopleQuestions } from './questions/people.ts';
import { peopleImportQuestions } from './questions/peopleImport.ts';
import { placesQuestions } from './questions/places.ts';
import { referralQuestions } from './questions/referral.ts';
import { referralListQuestions } from './questions/referralLists.ts';
import { sessionQuestions } from './questions/session.ts';
import { panelQuestions } from './questions/panel.ts';
import type { CommandSpecs, QuestionSpecs } from './spec.ts';

export const commandSpecs: CommandSpecs = {
  ...incidentCommands,
  ...referralCommands,
  ...meetingCommands,
  ...itemCommands,
  ...selfCommands,
  ...directoryCommands,
  ...peopleCommands,
  ...peopleImportCommands,
};

export const questionSpecs: QuestionSpecs = {
  ...meQuestions,
  ...incidentQuestions,
  ...referralQuestions,
  ...referralListQuestions,
  ...sessionQuestions,
  ...panelQuestions,
  ...peopleQuestions,
  ...placesQuestions,
  ...peopleImportQuestions,
  ...inboxQuestions,
  ...deadlineQuestions,
};
