import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../bot/contract/commands.ts';
import { files } from '../../bot/contract/files.ts';
import { questions } from '../../bot/contract/questions.ts';
import { role } from '../../bot/contract/roles.ts';
import { commandSpecs, fileSpecs, questionSpecs } from '../../bot/desk/catalogue.ts';
import { systemGrant } from '../../bot/desk/caller.ts';
import { allows } from '../../bot/desk/permissions/allows.ts';
import { permissionTable } from '../../bot/desk/permissions/table.ts';
import { incidentTransitions } from '../../bot/domain/incident/incident.ts';
import { referralTransitions } from '../../bot/domain/rehab/transitions.ts';
import { itemTransitions } from '../../bot/domain/panel/itemTransitions.ts';
import { placementTransitions } from '../../bot/domain/placement/placement.ts';
import { meetingTransitions } from '../../bot/domain/panel/meeting.ts';
import { noticeTemplates, noticeWords } from '../../bot/desk/noticeWords.ts';

const rules = (folder: string) => readdirSync(join(import.meta.dirname, '..', '..', 'bot', 'domain', folder));
const source = (...path: string[]) => readFileSync(join(import.meta.dirname, '..', '..', ...path), 'utf8');

describe('the catalogue of commands and questions', () => {
  for (const [name, spec] of [
    ...Object.entries(commandSpecs),
    ...Object.entries(questionSpecs),
    ...Object.entries(fileSpecs),
  ]) {
    it(`${name} has a row in the permission table which some role, but not every role, may use`, () => {
      assert(Object.hasOwn(permissionTable, spec.object));
      const grants = role.options.map((code) => ({ ...systemGrant, role: code }));

      const may = grants.filter((grant) => allows(grant, spec.action, spec.object).allowed);

      assert.notEqual(may.length, 0);
      if (!['inbox', 'self'].includes(spec.object)) assert.notEqual(may.length, grants.length);
    });
  }

  it('holds every command, question and file of the contract, and no other', () => {
    assert.deepEqual(Object.keys(commandSpecs).toSorted(), Object.keys(commands).toSorted());
    assert.deepEqual(Object.keys(questionSpecs).toSorted(), Object.keys(questions).toSorted());
    assert.deepEqual(Object.keys(fileSpecs).toSorted(), Object.keys(files).toSorted());
  });

  it('what nobody but the outbox may give asks for a right that nothing else asks for', () => {
    const specs = [...Object.entries(commandSpecs), ...Object.entries(questionSpecs)];

    const asking = specs.filter(([, { object }]) => object === 'rehabOffer').map(([name]) => name);

    assert.deepEqual(asking, ['placement.noteRehabOffer']);
    assert.equal(commands['placement.noteRehabOffer'].from, 'app');
  });

  it('every transition names a command that exists and roles that may give it', () => {
    const all = [
      ...incidentTransitions,
      ...referralTransitions,
      ...placementTransitions,
      ...meetingTransitions,
      ...itemTransitions,
    ];
    for (const transition of all) {
      const spec = commandSpecs[transition.command as keyof typeof commandSpecs];
      assert(spec, transition.command);
      const may = role.options.filter(
        (code) => allows({ ...systemGrant, role: code }, spec.action, spec.object).allowed,
      );
      for (const actor of transition.actors)
        assert(may.includes(actor as (typeof may)[number]), `${transition.id} ${actor}`);
    }
  });

  it('every notice a rule sends has its words, which hold the reference alone', () => {
    const sent = ['incident', 'rehab', 'placement', 'panel'].flatMap((folder) =>
      rules(folder).flatMap((file) =>
        [
          ...source('bot', 'domain', folder, file).matchAll(
            /(?:toReporter|tellReferrer|tellTrainers)\('([^']+)'|template: '([^']+)'/g,
          ),
        ].map((match) => match[1] ?? match[2]),
      ),
    );

    assert.deepEqual([...new Set(sent)].map(String).toSorted(), noticeTemplates.toSorted());
    for (const template of noticeTemplates) assert.match(noticeWords(template, 'INC-2027-1'), /INC-2027-1/);
  });
});
