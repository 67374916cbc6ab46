/** How a command or a question is described to the desk. */
import type { CommandInput, CommandName } from '../contract/commands.ts';
import type { FileInput, FileName } from '../contract/files.ts';
import type { Answer, QuestionInput, QuestionName } from '../contract/questions.ts';
import type { FieldProblem, Refusal } from '../contract/refusal.ts';
import type { Grant } from '../contract/roles.ts';
import type { Changes, Facts, Refused } from '../domain/decision.ts';
import type { Origin } from './caller.ts';
import type { Office } from './office.ts';
import type { Action, PermissionObject } from './permissions/table.ts';
import type { Subject } from './permissions/allows.ts';
import type { Operation, Stored } from './ports.ts';
import type { HeadRow, Kind, PersonRow, RowOf } from './rows.ts';

/** Which right a command or question asks for (DOMAIN §1.2). */
export interface Right {
  readonly object: PermissionObject;
  readonly action: Action;
}

/** A row besides the heads that a command reads: in the command's own scope, or in another, there only to look at. */
export interface RowWanted {
  readonly kind: Kind;
  readonly id: string;
  readonly scope?: string;
}

export interface CommandContext<I> {
  readonly input: I;
  readonly facts: Facts;
  /** Heads in the order of `refs`, all of them found and allowed. */
  readonly heads: readonly HeadRow[];
  readonly row: <K extends Kind>(kind: K, id: string) => Stored<RowOf<K>> | undefined;
  readonly scope: string;
}

export type DeskDecision = Refused | (Changes & { readonly rows?: readonly Operation[] });

export interface CommandSpec<I> extends Right {
  /** Where it is stored (D6). `input` is undefined when what was sent is not a valid input. */
  readonly scope: (grant: Grant, person: string, input: I | undefined) => string;
  /**
   * What the permission table must know of a record besides the head's own fields, or of one about to be made. `heads`
   * are all those the command names: a seat that counts for an item is held at its meeting.
   */
  readonly subject?: (
    head: HeadRow | undefined,
    grant: Grant,
    person: string,
    heads: readonly HeadRow[],
  ) => Partial<Subject>;
  /** The kind of record its references name. One of another kind is not there, whoever asks. */
  readonly kind?: 'INC' | 'REF';
  readonly refs?: (input: I) => readonly string[];
  readonly rows?: (input: I, person: string, grant: Grant) => readonly RowWanted[];
  /** What is wrong with the input by itself and cannot be said by its schema; asked before anything is looked for. */
  readonly check?: (input: I) => Refused | undefined;
  /**
   * What a rule says against the fields that could be read, when others could not: so that everything that needs a change
   * is said at once.
   */
  readonly lookOver?: (fields: Partial<I>, facts: Facts) => readonly FieldProblem[];
  readonly decide: (context: CommandContext<I>) => DeskDecision;
}
export type CommandSpecs = { readonly [N in CommandName]: CommandSpec<CommandInput<N>> };

export interface QuestionContext<I> {
  readonly input: I;
  readonly office: Office;
  readonly now: Temporal.Instant;
  readonly person: PersonRow;
  /** Grants in force that could answer this question, at least one. */
  readonly grants: readonly [Grant, ...Grant[]];
  /** From where it is asked, for what is logged about it. */
  readonly origin: Origin;
  /** All grants in force, for a question about the person themselves. */
  readonly everyGrant: readonly Grant[];
}

/** An answer and the texts in the records behind it that identify someone, for the gate outward (D12). */
export type Answered<A> =
  | {
      readonly answered: true;
      readonly answer: A;
      readonly identifiers: readonly string[];
      readonly read?: string;
    }
  | { readonly answered: false; readonly refusal: Refusal };

export interface QuestionSpec<I, A> extends Right {
  readonly answer: (context: QuestionContext<I>) => Promise<Answered<A>>;
}
export type QuestionSpecs = { readonly [N in QuestionName]: QuestionSpec<QuestionInput<N>, Answer<N>> };

/** A file: answered like a question, and always a reading of something (D15). */
export interface FileSpec<I> extends Right {
  readonly answer: (context: QuestionContext<I>) => Promise<FileAnswered>;
}
/** `bytes` as they leave; `filename` of letters, digits, dots and hyphens. */
export type FileAnswered =
  | (Extract<Answered<{ readonly filename: string; readonly bytes: Uint8Array }>, { answered: true }> & {
      readonly read: string;
    })
  | Extract<Answered<never>, { answered: false }>;
export type FileSpecs = { readonly [N in FileName]: FileSpec<FileInput<N>> };
