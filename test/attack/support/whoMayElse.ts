/** The same as whoMay.ts for placements, the directory, and what the information-governance officer does. */
import type { Role } from '../../../bot/contract/roles.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { aPlacement } from '../../support/placements.ts';
import type { Input, Records, Walked } from './whoMay.ts';

const missing = {
  INC: makeReference('INC', 2027, 111_111),
  PLC: makeReference('PLC', 2027, 111_111),
  SAR: makeReference('SAR', 2027, 111_111),
};

const administrator: readonly Role[] = ['SYS'];
const auditor: readonly Role[] = ['IGO'];

export function walkedElsewhere(at: () => Records) {
  const of = (type: keyof typeof missing, ref: () => string, more: Input = {}) => ({
    input: () => ({ ref: ref(), ...more }),
    nowhere: () => ({ ref: missing[type], ...more }),
  });
  const reason = 'Looked at with the practice.';
  const someone: Input = { person: 'here-PRS', reason };
  const report = () => at().report;
  const placement = () => at().placement;
  const commands = {
    // Ground A is opened by a removal request only: past the door, and nothing is made.
    'placement.open': { may: ['CPT', 'REG'], input: () => ({ ...aPlacement(), ground: 'A' }) },
    'people.add': { may: administrator, input: () => ({ person: 'no-sign-in', name: 'Some Body' }) },
    'people.rename': { may: administrator, input: () => ({ ...someone, name: '' }) },
    'people.grantRole': { may: administrator, input: () => ({ ...someone, role: 'PRS' }) },
    'people.endRole': { may: administrator, input: () => ({ ...someone, grant: 99 }) },
    'people.leave': { may: administrator, input: () => ({ person: 'nobody-at-all', reason }) },
    'people.coverFor': { may: administrator, input: () => ({ ...someone, grant: 99 }) },
    'people.import': { may: administrator, input: () => ({ text: '' }) },
    'places.putOrganisation': { may: administrator, input: () => ({ organisation: 'op-2', name: 'Op' }) },
    'places.putArea': { may: administrator, input: () => ({ area: 'elsewhere' }) },
    'retention.keep': { may: auditor, ...of('INC', report, { reason, until: '2000-01-01' }) },
    'retention.hold': { may: auditor, ...of('INC', report, { reason }) },
    'retention.release': { may: auditor, ...of('INC', report, { reason }) },
    'retention.destroy': { may: auditor, ...of('INC', report, { reason, confirm: 'another' }) },
    'subjectAccess.open': { may: auditor, input: () => ({ personName: 'Maurice Tindall' }) },
    'subjectAccess.close': {
      may: auditor,
      ...of('SAR', () => at().request, { how: 'ANSWERED', reason }),
    },
  } satisfies Readonly<Record<string, Walked>>;
  const questions = {
    'placement.form': { may: ['CPT'], input: () => ({}) },
    'placement.status': { may: [...placementReaders, 'AOF'], ...of('PLC', placement) },
    'placement.page': { may: placementReaders, ...of('PLC', placement) },
    'placement.list': { may: placementReaders, input: () => ({}) },
    'people.list': { may: administrator, input: () => ({}) },
    'people.page': { may: administrator, input: () => ({ person: 'here-PRS' }) },
    'people.checkImport': { may: administrator, input: () => ({ text: '' }) },
    'people.imports': { may: administrator, input: () => ({}) },
    'places.list': { may: administrator, input: () => ({}) },
    'places.choices': { may: administrator, input: () => ({}) },
    // The administrator sees the technical lines alone (§1.2), and nobody's name.
    'audit.search': { may: ['IGO', 'SYS'], input: () => ({}) },
    'retention.due': { may: auditor, input: () => ({}) },
    'retention.held': { may: auditor, input: () => ({}) },
    'retention.destroyed': { may: auditor, input: () => ({}) },
    'retention.record': { may: auditor, ...of('INC', report) },
    'subjectAccess.list': { may: auditor, input: () => ({}) },
    'subjectAccess.page': { may: auditor, ...of('SAR', () => at().request) },
  } satisfies Readonly<Record<string, Walked>>;
  return { commands, questions };
}

const placementReaders: readonly Role[] = ['CPT', 'CCM', 'HPC', 'REG', 'SGP', 'SAD'];
