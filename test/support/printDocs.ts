/** Prints the tables of ARCHITECTURE.md from the code's own data. `npm run docs` writes them; a test compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commands } from '../../bot/contract/commands.ts';
import { files } from '../../bot/contract/files.ts';
import { incidentStates } from '../../bot/contract/incident.ts';
import { itemStates, meetingStates, motions } from '../../bot/contract/panel.ts';
import { placementStates, rehabOfferStages } from '../../bot/contract/placement.ts';
import { questions } from '../../bot/contract/questions.ts';
import { referralStates } from '../../bot/contract/referralWords.ts';
import { commandSpecs, fileSpecs, questionSpecs } from '../../bot/desk/catalogue.ts';
import { describePermissions } from '../../bot/desk/permissions/describe.ts';
import { incidentTransitions, type Transition } from '../../bot/domain/incident/incident.ts';
import { referralTransitions } from '../../bot/domain/rehab/transitions.ts';
import { itemTransitions } from '../../bot/domain/panel/itemTransitions.ts';
import { stageAfter } from '../../bot/domain/placement/noteRehabOffer.ts';
import { placementTransitions } from '../../bot/domain/placement/placement.ts';
import { meetingTransitions } from '../../bot/domain/panel/meeting.ts';
import { retentionSchedule } from '../../bot/domain/retention/schedule.ts';
import { deadlineCatalogue } from '../../bot/domain/time/deadlineCatalogue.ts';

const root = join(import.meta.dirname, '..', '..');
export const architecture = join(root, 'ARCHITECTURE.md');

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const stateTable = (states: Readonly<Record<string, { readonly label: string; readonly means: string }>>) =>
  table(
    ['State', 'Shown as', 'Means'],
    Object.entries(states).map(([state, { label, means }]) => [`\`${state}\``, label, means]),
  );
const transitionTable = (transitions: readonly Transition[]) =>
  table(
    ['Id', 'From', 'To', 'By', 'Command', 'Guard', 'Effect'],
    transitions.map((t) => [
      t.id,
      t.from.map((state) => `\`${state}\``).join(', ') || '–',
      t.to === 'the same' ? t.to : `\`${t.to}\``,
      t.actors.join(', '),
      `\`${t.command}\``,
      t.guard,
      t.effect,
    ]),
  );

const tables: Readonly<Record<string, () => string>> = {
  'incident states': () => stateTable(incidentStates),
  'incident transitions': () => transitionTable(incidentTransitions),
  'referral states': () => stateTable(referralStates),
  'referral transitions': () => transitionTable(referralTransitions),
  'placement states': () => stateTable(placementStates),
  'placement transitions': () => transitionTable(placementTransitions),
  'rehab offer': () =>
    table(
      ['Step of the referral', 'Rehab offer', 'Shown as', 'Means'],
      Object.entries(stageAfter).map(([step, stage]) => {
        const { label, means } = rehabOfferStages[stage];
        return [`\`${step}\``, `\`${stage}\``, label, means];
      }),
    ),
  'meeting states': () => stateTable(meetingStates),
  'meeting transitions': () => transitionTable(meetingTransitions),
  'item states': () => stateTable(itemStates),
  'item transitions': () => transitionTable(itemTransitions),
  motions: () =>
    table(
      ['Motion of', 'Text', 'Carried', 'Not carried'],
      Object.entries(motions).map(([name, { text, carried, notCarried }]) => [
        `\`${name}\``,
        text,
        `\`${carried.code}\``,
        `\`${notCarried.code}\``,
      ]),
    ),
  'commands and questions': () =>
    table(
      ['Name', 'Kind', 'Right asked', 'What for'],
      [
        ...Object.entries(commandSpecs).map(([name, spec]) => [name, 'command', spec, commands] as const),
        ...Object.entries(questionSpecs).map(([name, spec]) => [name, 'question', spec, questions] as const),
        ...Object.entries(fileSpecs).map(([name, spec]) => [name, 'file', spec, files] as const),
      ].map(([name, kind, spec, contract]) => [
        `\`${name}\``,
        kind,
        `${spec.object} ${spec.action}`,
        (contract as Readonly<Record<string, { summary: string }>>)[name]?.summary ?? '',
      ]),
    ),
  deadlines: () =>
    table(
      ['Rule', 'What is due'],
      Object.values(deadlineCatalogue).map(({ rule, label }) => [rule, label]),
    ),
  retention: () =>
    table(
      ['Record', 'Kept', 'From', 'Basis'],
      Object.values(retentionSchedule).map(({ label, years, from, basis }) => [
        label,
        `${years} years`,
        from,
        basis === 'N' ? 'Records Management Code' : 'addition',
      ]),
    ),
  permissions: () => {
    const lines = describePermissions();
    const objects = [...new Set(lines.map((line) => line.object))];
    return table(
      ['Object', 'Who may do what'],
      objects.map((object) => [
        object,
        lines
          .filter((line) => line.object === object)
          .map((line) => `${line.role} ${line.text}`)
          .join(' · '),
      ]),
    );
  },
};

/** The document with every marked table printed anew. Throws when a mark names no table. */
export function withTables(document: string): string {
  return document.replaceAll(
    /(<!-- table: ([a-z ]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open: string, name: string, close: string) => {
      const print = tables[name];
      if (!print) throw new Error(`ARCHITECTURE.md asks for a table "${name}" that nothing prints.`);
      return `${open}${print()}\n${close}`;
    },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(architecture, withTables(readFileSync(architecture, 'utf8')));
}
