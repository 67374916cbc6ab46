/** The desk (D4): bot and tab both come here, and nothing else writes. */
import type { Answer, QuestionName } from '../contract/questions.ts';
import { ask, type Asked, type Question } from './ask.ts';
import { createBackroom, type Backroom } from './backroom.ts';
import { commandSpecs, fileSpecs, questionSpecs } from './catalogue.ts';
import { theSystem, type Caller } from './caller.ts';
import { file, type Fetched, type FileRequest } from './file.ts';
import type { Office } from './office.ts';
import { perform, type Command, type Performed } from './perform.ts';
import { createDemoDesk, type DemoDesk } from './demoDesk.ts';
import { createQueue } from './queue.ts';
import type { CommandSpecs, FileSpecs, QuestionSpecs } from './spec.ts';

export interface Desk {
  perform(caller: Caller, command: Command): Promise<Performed>;
  ask<N extends QuestionName>(caller: Caller, question: Question<N>): Promise<Asked<Answer<N>>>;
  /** For a name that came from outside and may not be a question at all. */
  askAnything(caller: Caller, question: Question): Promise<Asked>;
  /** A file made for the caller, by a name that came from outside (D19). */
  file(caller: Caller, request: FileRequest): Promise<Fetched>;
  /** The writes of background work (D17). */
  readonly backroom: Backroom;
  /** Present in demo mode only (D14). */
  readonly demo: DemoDesk | undefined;
}

/** Tests may hand in further commands and questions, to try a guard or a claim no shipped command has yet. */
export function createDesk(
  office: Office,
  specs: {
    readonly commands: CommandSpecs;
    readonly questions: QuestionSpecs;
    readonly files?: FileSpecs;
  } = {
    commands: commandSpecs,
    questions: questionSpecs,
  },
): Desk {
  const oneAtATime = createQueue();
  return {
    perform: (caller, command) =>
      oneAtATime(queueKey(command), () => perform(office, specs.commands, caller, command)),
    // The catalogue's type says that a question's answer has the shape of its name.
    ask: (caller, question) => ask(office, specs.questions, caller, question) as Promise<Asked<never>>,
    askAnything: (caller, question) => ask(office, specs.questions, caller, question),
    file: (caller, request) => file(office, specs.files ?? fileSpecs, caller, request),
    backroom: createBackroom(office, (command) => perform(office, specs.commands, theSystem, command)),
    demo: office.demo ? createDemoDesk(office) : undefined,
  };
}

/** Commands on one record wait for each other; those that make a record wait for nobody but their own repetition. */
function queueKey(command: Command): string {
  const input = command.input;
  const ref = input && typeof input === 'object' && 'ref' in input ? input.ref : undefined;
  return typeof ref === 'string' ? ref.toUpperCase() : command.id;
}
