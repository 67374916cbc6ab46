import assert from 'node:assert/strict';
import { identitiesInReport } from '../../../bot/domain/incident/peopleInReport.ts';
import { reportIncident } from '../../../bot/domain/incident/reportIncident.ts';
import { changesOf, factsFor, reportOf } from './facts.ts';

const accompanied = (accompaniedPatient: string) => identitiesInReport({ accompaniedPatient }).accompanied;

describe('the people in a report', () => {
  it('§8 whoever did it is found by NHS number and by name with date of birth, both', () => {
    const both = { personName: 'Vera Quill', personBirthDate: '1969-05-02', personNhsNumber: '999 002 7315' };
    assert.deepEqual(identitiesInReport(both).reported, ['nhs:9990027315', 'name:vera quill|1969-05-02']);
    assert.deepEqual(identitiesInReport({ personName: 'Vera Quill' }).reported, []);
  });

  for (const [text, found] of [
    ['Ann Tindall, 3 May 1980', ['name:ann tindall|1980-05-03']],
    ['Ann Tindall, born 3rd May, 1980', ['name:ann tindall|1980-05-03']],
    ['Ann Tindall (DOB 03/05/1980)', ['name:ann tindall|1980-05-03']],
    ['Ann Tindall d.o.b. 3.5.1980', ['name:ann tindall|1980-05-03']],
    ['Ann Tindall – 1980-05-03', ['name:ann tindall|1980-05-03']],
    ['Ann Tindall, 3 September 1980', ['name:ann tindall|1980-09-03']],
    ['Ann Tindall, NHS number 999 002 7315', ['nhs:9990027315']],
    ['Ann Tindall, 3 May 1980, 999 002 7315', ['nhs:9990027315', 'name:ann tindall|1980-05-03']],
    ['Ann Tindall', []],
    ['Ann Tindall, 31 February 1980', []],
    ['Ann Tindall, 3 Maybe 1980', ['name:ann tindall|1980-05-03']],
    ['3 May 1980', []],
    ['', []],
  ] as const) {
    it(`§2.1 "${text}" is found by ${found.length} things`, () => {
      assert.deepEqual(accompanied(text), found);
    });
  }

  it('§10 a report keeps a keyed hash of each, the reported person first, each once', () => {
    const report = reportOf({
      personKind: 'COMPANION',
      personName: 'Vera Quill',
      personBirthDate: '1969-05-02',
      accompaniedPatient: 'Ann Tindall, 3 May 1980',
    });
    const [head] = changesOf(reportIncident(report, factsFor())).heads;
    assert.equal(head?.personHash, 'hash of name:vera quill|1969-05-02');
    assert.deepEqual(head.personHashes, [
      'hash of name:vera quill|1969-05-02',
      'hash of name:ann tindall|1980-05-03',
    ]);
  });

  it('an unknown person with a known companion is found by that patient, and links nobody', () => {
    const report = reportOf({ personName: '', accompaniedPatient: 'Ann Tindall, 3 May 1980' });
    const [head] = changesOf(reportIncident(report, factsFor())).heads;
    assert.equal(head?.personHash, undefined);
    assert.deepEqual(head?.personHashes, ['hash of name:ann tindall|1980-05-03']);
  });
});
