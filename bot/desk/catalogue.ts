/** Every command, question and file the desk knows, by name. One without a row here does not compile. */
import { directoryCommands } from './commands/directory.ts';
import { incidentCommands } from './commands/incident.ts';
import { referralCommands } from './commands/referral.ts';
import { placementCommands } from './commands/placement.ts';
import { meetingCommands } from './commands/meeting.ts';
import { itemCommands } from './commands/item.ts';
import { peopleCommands } from './commands/people.ts';
import { retentionCommands } from './commands/retention.ts';
import { peopleImportCommands } from './commands/peopleImport.ts';
import { selfCommands } from './commands/self.ts';
import { subjectAccessCommands } from './commands/subjectAccess.ts';
import { deadlineQuestions } from './questions/deadline.ts';
import { inboxQuestions } from './questions/inbox.ts';
import { incidentQuestions } from './questions/incident.ts';
import { meQuestions } from './questions/me.ts';
import { peopleQuestions } from './questions/people.ts';
import { peopleImportQuestions } from './questions/peopleImport.ts';
import { placesQuestions } from './questions/places.ts';
import { referralQuestions } from './questions/referral.ts';
import { referralListQuestions } from './questions/referralLists.ts';
import { retentionQuestions } from './questions/retention.ts';
import { placementQuestions } from './questions/placement.ts';
import { sessionQuestions } from './questions/session.ts';
import { subjectAccessQuestions } from './questions/subjectAccess.ts';
import { panelQuestions } from './questions/panel.ts';
import { auditFiles, auditQuestions } from './questions/audit.ts';
import { subjectAccessFiles } from './questions/subjectAccessExport.ts';
import type { CommandSpecs, FileSpecs, QuestionSpecs } from './spec.ts';

export const commandSpecs: CommandSpecs = {
  ...incidentCommands,
  ...referralCommands,
  ...placementCommands,
  ...meetingCommands,
  ...itemCommands,
  ...selfCommands,
  ...directoryCommands,
  ...peopleCommands,
  ...retentionCommands,
  ...subjectAccessCommands,
  ...peopleImportCommands,
};

export const questionSpecs: QuestionSpecs = {
  ...meQuestions,
  ...incidentQuestions,
  ...referralQuestions,
  ...referralListQuestions,
  ...sessionQuestions,
  ...placementQuestions,
  ...panelQuestions,
  ...peopleQuestions,
  ...placesQuestions,
  ...peopleImportQuestions,
  ...inboxQuestions,
  ...deadlineQuestions,
  ...retentionQuestions,
  ...subjectAccessQuestions,
  ...auditQuestions,
};

export const fileSpecs: FileSpecs = {
  ...auditFiles,
  ...subjectAccessFiles,
};
