/** Every command, question and file the desk knows, by name. One without a row here does not compile. */
import { directoryCommands } from './commands/directory.ts';
import { incidentCommands } from './commands/incident.ts';
import { referralCommands } from './commands/referral.ts';
import { meetingCommands } from './commands/meeting.ts';
import { itemCommands } from './commands/item.ts';
import { selfCommands } from './commands/self.ts';
import { deadlineQuestions } from './questions/deadline.ts';
import { inboxQuestions } from './questions/inbox.ts';
import { incidentQuestions } from './questions/incident.ts';
import { meQuestions } from './questions/me.ts';
import { referralQuestions } from './questions/referral.ts';
import { referralListQuestions } from './questions/referralLists.ts';
import { sessionQuestions } from './questions/session.ts';
import { panelQuestions } from './questions/panel.ts';
import { auditFiles, auditQuestions } from './questions/audit.ts';
import type { CommandSpecs, FileSpecs, QuestionSpecs } from './spec.ts';

export const commandSpecs: CommandSpecs = {
  ...incidentCommands,
  ...referralCommands,
  ...meetingCommands,
  ...itemCommands,
  ...selfCommands,
  ...directoryCommands,
};

export const questionSpecs: QuestionSpecs = {
  ...meQuestions,
  ...incidentQuestions,
  ...referralQuestions,
  ...referralListQuestions,
  ...sessionQuestions,
  ...panelQuestions,
  ...inboxQuestions,
  ...deadlineQuestions,
  ...auditQuestions,
};

export const fileSpecs: FileSpecs = {
  ...auditFiles,
};
