/** An import under way: what is to be done is stored whole before any of it is done, then done step by step (D6). */
import type { ImportCheck, ImportStep } from '../../contract/peopleImport.ts';
import {
  advance,
  refuseFields,
  type Changes,
  type Decision,
  type Effect,
  type Facts,
  type Head,
} from '../decision.ts';
import type { CheckedImport } from './checkImport.ts';
import { placeFor, refuseGrant, type Place } from './grantRole.ts';
import { newDirectoryHead, newPerson, type PersonHead } from './person.ts';
import { putOrganisation, type OrganisationHead } from './places.ts';

export interface ImportBody {
  /** Who gave the list. */
  readonly by: string;
  readonly total: number;
  readonly done: number;
  /** Rows the directory would not take any more when their turn came. */
  readonly failed: readonly { readonly line: number; readonly message: string }[];
}
export type ImportHead = Head<'IMP', 'RUNNING' | 'DONE', ImportBody>;

/** The list is kept in parts of so many steps, so that neither a row nor a batch grows too large. */
export const stepsInPart = 20;

export const sentence = ({ line, problems }: ImportCheck['rows'][number]) =>
  problems.map(({ column, message }) => `Row ${line}, ${column}: ${message}`).join(' ');

/** All of it, or nothing where a single row is wrong. The first step follows as an effect, and each the one before. */
export function startImport({ rows, steps }: CheckedImport, facts: Facts): Decision {
  const wrong = rows.filter(({ problems }) => problems.length > 0);
  const [worst] = wrong;
  if (worst) {
    const count = wrong.length === 1 ? 'One row needs' : `${wrong.length} rows need`;
    return refuseText(`${count} another look, and nothing was brought in. ${sentence(worst)}`);
  }
  const [first] = steps;
  if (!first) return refuseText('Everything in this list is in the directory already.');
  const body: ImportBody = { by: facts.actor.name, total: steps.length, done: 0, failed: [] };
  const ref = facts.mintReference('IMP');
  const head: ImportHead = newDirectoryHead({ type: 'IMP', ref, state: 'RUNNING', body }, facts);
  return {
    changed: true,
    heads: [head],
    entries: [{ ref, action: 'import.started', content: { total: steps.length, rows: rows.length } }],
    effects: [stepEffect(ref, 0, first)],
    outcome: {
      ref,
      version: 1,
      message: `${rows.length} rows are being brought in. You can leave this page; it goes on by itself.`,
    },
  };
}

export interface StepInput {
  readonly ref: string;
  readonly number: number;
  readonly step: ImportStep;
}

/** What the directory holds of what one step names. */
export interface KnownOfStep {
  readonly person: PersonHead | undefined;
  readonly practice: OrganisationHead | undefined;
  readonly isArea: (area: string) => boolean;
  readonly place: (organisation: string) => Place | undefined;
}

/**
 * One practice, or one person with their roles. What the directory will not take any more is noted and told, and the
 * next step follows: a list is never left standing in the middle.
 */
export function runStep(
  { ref, number, step }: StepInput,
  running: ImportHead,
  known: KnownOfStep,
  next: ImportStep | undefined,
  facts: Facts,
): Changes {
  const { by } = running.body;
  const decision = step.practice
    ? putOrganisation(step.practice, known.practice, known.isArea(step.practice.area), facts)
    : bringPerson(step, known, facts);
  const failed = decision.changed
    ? []
    : step.lines.map((line) => ({ line, message: decision.refusal.message }));
  const made: Pick<Changes, 'heads' | 'entries'> = decision.changed ? decision : { heads: [], entries: [] };
  const head = advance(running, facts.now, {
    state: next ? 'RUNNING' : 'DONE',
    body: { ...running.body, done: number + 1, failed: [...running.body.failed, ...failed] },
  });
  return {
    changed: true,
    heads: [head, ...made.heads],
    entries: [
      ...made.entries.map((entry) => ({
        ...entry,
        content: { ...entry.content, orderedBy: by, reason: `Import ${ref}` },
      })),
      {
        ref,
        action: decision.changed ? 'import.stepDone' : 'import.stepRefused',
        content: { lines: step.lines, ...(decision.changed ? {} : { why: decision.refusal.message }) },
      },
    ],
    ...(next ? { effects: [stepEffect(ref, number + 1, next)] } : {}),
    outcome: { ref, version: head.version, message: `Step ${number + 1} of ${head.body.total}.` },
  };
}

function bringPerson({ person: wanted }: ImportStep, known: KnownOfStep, facts: Facts): Decision {
  if (!wanted) return refuseText('There is nothing to bring in.');
  const start = known.person ?? newPerson(wanted.person, wanted.name, facts);
  let head = start;
  for (const grant of wanted.roles) {
    const place = placeFor(grant, known.place(grant.organisation), known.isArea);
    if ('changed' in place) return place;
    const wrong = refuseGrant(head, grant, 'role', facts);
    if (wrong) return wrong;
    head = { ...head, body: { ...head.body, grants: [...head.body.grants, grant] } };
  }
  const { ref, body } = head;
  return {
    changed: true,
    heads: [known.person ? advance(known.person, facts.now, { state: 'HERE', body }) : head],
    entries: [
      ...(known.person
        ? []
        : [{ ref, action: 'people.added', content: { person: wanted.person, name: wanted.name } }]),
      ...wanted.roles.map((grant) => ({ ref, action: 'people.roleGranted', content: { ...grant } })),
    ],
    outcome: { ref, message: `${body.name} is in the directory.` },
  };
}

const stepEffect = (ref: string, number: number, step: ImportStep): Effect => ({
  command: 'people.importStep',
  input: { ref, number, step },
});

const refuseText = (message: string) => refuseFields([{ field: 'text', message }]);
