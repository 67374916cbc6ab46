/**
 * The permission table as the policy has it: `matrix.md` read cell by cell, then the policy's own corrections, then
 * the readings and additions the product makes. Built without the code under test.
 *
 * A right is one string: action, suffixes, then words in alphabetical order, such as `R|xo|askedForStatement`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Cells = Map<string, Set<string>>;

/** Key of a cell: object and role, or object and seat. */
export const cell = (object: string, holder: string): string => `${object} ${holder}`;

const objectIds: Readonly<Record<string, string>> = {
  'Incident report': 'incident',
  'Feedback to reporter': 'feedback',
  'Warning-letter record': 'warningLetter',
  'Removal request form': 'removalRequest',
  'Eligibility check': 'eligibility',
  Placement: 'placement',
  Letters: 'letter',
  Appeal: 'appeal',
  'Meeting, agenda, attendance': 'meeting',
  'Panel pack': 'panelPack',
  'Own ballot': 'ownBallot',
  "Others' ballots": 'othersBallots',
  'Casting vote': 'castingVote',
  'Decision + reasons': 'decision',
  'Scheme 6-monthly report': 'schemeReport',
  'Removal notification form (to registrations)': 'removalNotification',
  'Rehab referral': 'referral',
  'Contact attempts': 'contactAttempt',
  'Sessions, attendance': 'session',
  'Safeguarding concern': 'safeguarding',
  'Rehab outcome report': 'rehabOutcome',
  'Agency notice log': 'agencyNotice',
  'Statistics (suppressed)': 'statistics',
  'Audit log': 'auditLog',
  Configuration: 'configuration',
};

/** What the cells written in words mean. Everything else is letters and suffixes. */
const inWords: Readonly<Record<string, readonly string[]>> = {
  '**C only when tied and holder of CHAIR seat**': ['C||tied'],
  'C (seat)': ['C|'],
  'C(draft),Rs': ['C||draft', 'R|s'],
  'C(non-removal grounds),R,U': ['C||nonRemovalGround', 'R|', 'U|'],
  'C, Rs, Us(draft)': ['C|', 'R|s', 'U|s|draft'],
  'C,R,S (removal letter)': ['C||removalLetter', 'R||removalLetter', 'S||removalLetter'],
  'R (only those in a removal request)': ['R||inRemovalRequest'],
  'R (summary, own patients)': ['R|c|summary'],
  'R c when contacted': ['R|c|whenContacted'],
  'R o when contacted': ['R|o|whenContacted'],
  'R o, **S sign**': ['R|o', 'S||signing'],
  'R own': ['R|o'],
  'R,D(record)': ['R|', 'D||record'],
  'R,U (acknowledge/action)': ['R|', 'U||acknowledgeAction'],
  'R,U own sessions': ['R||ownSessions', 'U||ownSessions'],
  'R,U(check),D(accept/return/refuse)': ['R|', 'U||check', 'D||acceptReturnRefuse'],
  'R,U,D (default)': ['R|', 'U||registrationsDecide', 'D||registrationsDecide'],
  'R,U,D (if `eligibility.decider=commissioner`)': ['R|', 'U||commissionerDecides', 'D||commissionerDecides'],
  Rs: ['R|s'],
  'after close': ['R||afterClose'],
  'after close m': ['R|m|afterClose'],
  approve: ['D||approve'],
  'copy R c': ['R|c|copy'],
  'copy of removal letter o': ['R|o|copy|removalLetter'],
  'count only': ['R|g|countOnly'],
  'count while open; names after close': ['R||countOnly|whileOpen', 'R||afterClose|names'],
  'counts+last outcome o': ['R|o|countsAndLastOutcome'],
  'date only (on a referral)': ['R||dateOnly|onReferral'],
  'first name, contact, access needs, known risks — own sessions only': ['R||ownSessions|trainerFields'],
  'm (if patient is on the agenda)': ['R|m|onAgenda'],
  'm (pseudonymised if `panel.layPackPseudonymised`)': ['R|m|pseudonymised'],
  'outcome only': ['R||outcomeOnly'],
  'outcome only o': ['R|o|outcomeOnly'],
  'own practice': ['R|o'],
  propose: ['C||propose'],
  'same c': ['R|c|countsAndLastOutcome'],
  'status c': ['R|xc'],
  'status o': ['R|xo'],
  'technical only, no identifiers': ['R||technicalOnly'],
  'x (is/was on scheme: yes/no)': ['R|x|onSchemeYesNo'],
  'x o (asked for statement)': ['R|xo|askedForStatement'],
  'x o (only "removed / scheme decision")': ['R|xo|removedOrSchemeDecision'],
};

function readCell(text: string, left: string): readonly string[] {
  if (text === '–') return [];
  const words = inWords[text === 'same' ? left : text];
  if (words !== undefined) return words;
  const letters = /^([CRUSD](?:,[CRUSD])*)(?: ([oscm]))?$/.exec(text);
  if (letters !== null) return (letters[1] ?? '').split(',').map((action) => `${action}|${letters[2] ?? ''}`);
  const suffixes = /^([xgm])(?: ([osc]))?$/.exec(text);
  if (suffixes !== null) return [`R|${suffixes[1] ?? ''}${suffixes[2] ?? ''}`];
  throw new Error(`matrix.md has a cell nobody can read: ${text}`);
}

/** `matrix.md` as it stands, before any correction. */
export function readMatrix(): Cells {
  const lines = readFileSync(join(import.meta.dirname, 'matrix.md'), 'utf8').split('\n');
  const rows = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    );
  const [head = [], , ...body] = rows;
  const cells: Cells = new Map();
  for (const row of body) {
    const object = objectIds[row[0] ?? ''];
    if (object === undefined) throw new Error(`matrix.md has an unknown object: ${row[0]}`);
    for (let column = 1; column < head.length; column++) {
      const rights = readCell(row[column] ?? '', row[column - 1] ?? '');
      if (rights.length === 0) continue;
      for (const role of (head[column] ?? '').split('/')) cells.set(cell(object, role), new Set(rights));
    }
  }
  return cells;
}

const add = (cells: Cells, object: string, holder: string, ...rights: readonly string[]): void => {
  const key = cell(object, holder);
  cells.set(key, new Set([...(cells.get(key) ?? []), ...rights]));
};
const replace = (
  cells: Cells,
  object: string,
  holder: string,
  from: string,
  ...to: readonly string[]
): void => {
  if (cells.get(cell(object, holder))?.delete(from) !== true)
    throw new Error(`${object} ${holder} lacks ${from}`);
  add(cells, object, holder, ...to);
};

export const seatOfRole = { CCM: 'CONTRACTS', HPC: 'CHAIR', PGR: 'GP', PLR: 'LAY' } as const;
export const seatObjects = ['panelPack', 'ownBallot', 'othersBallots', 'castingVote'] as const;

/** Records about one person, which a subject-access request reaches. */
export const personRecords = [
  'incident',
  'feedback',
  'warningLetter',
  'removalRequest',
  'eligibility',
  'placement',
  'letter',
  'appeal',
  'panelPack',
  'decision',
  'schemeReport',
  'removalNotification',
  'referral',
  'contactAttempt',
  'session',
  'safeguarding',
  'rehabOutcome',
] as const;

/** "Corrections to the table, which override it", in the policy's order. */
function applyCorrections(cells: Cells): void {
  for (const object of seatObjects) {
    for (const [role, seat] of Object.entries(seatOfRole)) {
      add(cells, object, seat, ...(cells.get(cell(object, role)) ?? []));
      cells.delete(cell(object, role));
    }
  }
  replace(cells, 'incident', 'PGP', 'R|o', 'C|o', 'R|o', 'U|o');
  replace(cells, 'schemeReport', 'SAD', 'S|c');
  add(cells, 'rehabOutcome', 'CPT', 'R|');
  add(cells, 'rehabOutcome', 'CCM', 'R|m');
  add(cells, 'rehabOutcome', 'HPC', 'R|m');
  for (const object of [...personRecords, 'agencyNotice']) add(cells, object, 'IGO', 'R||subjectAccess');
  replace(cells, 'referral', 'RTR', 'R||ownSessions|trainerFields', 'R||ownSessions|telephone|trainerFields');
  for (const role of ['OVS', 'EVA']) replace(cells, 'statistics', role, 'R|', 'R|g');
}

/** The notes below the corrections: steps of a registrations body that does not sign in, and "barred here?". */
function applyNotes(cells: Cells): void {
  add(cells, 'removalRequest', 'CPT', 'U||check|onBehalf', 'D||acceptReturnRefuse|onBehalf');
  add(cells, 'removalRequest', 'PPM', 'D|o|onBehalf|returnedItem');
  add(cells, 'eligibility', 'CPT', 'U||onBehalf', 'D||onBehalf');
  add(cells, 'letter', 'CPT', 'S||onBehalf|removalLetter');
  add(cells, 'removalNotification', 'CPT', 'U||acknowledgeAction|onBehalf');
  for (const role of ['PPM', 'PGP']) add(cells, 'barredCheck', role, 'R|o');
  for (const role of ['CPT', 'REG']) add(cells, 'barredCheck', role, 'R|');
}

/** Where a life cycle of the policy names an actor the table leaves out, or one letter stands for two acts. */
function applyReadings(cells: Cells): void {
  replace(cells, 'removalRequest', 'PPM', 'S|o', 'S|o|submitting'); // §1.1
  add(cells, 'removalRequest', 'CPT', 'D||approveReject|waitingForApproval'); // M2b
  add(cells, 'referral', 'PRS', 'S|s|reporterMaySubmit'); // R2
  add(cells, 'meeting', 'CHAIR', 'R|', 'U|'); // MG5
  add(cells, 'decision', 'CHAIR', 'R|', 'D||record'); // MG5, V2
}

/** Objects the app itself needs (A), and §3.3a. */
function applyAdditions(cells: Cells, roles: readonly string[]): void {
  for (const role of ['CPT', 'CCM', 'HPC', 'SYS']) add(cells, 'configuration', role, 'R|');
  for (const role of roles) {
    for (const object of ['inbox', 'self']) add(cells, object, role, 'R|s', 'U|s');
    if (role !== 'SYS') add(cells, 'directory', role, 'R|s|ownProfile');
  }
  add(cells, 'directory', 'SYS', 'C|', 'R|', 'U|');
  for (const role of ['PPM', 'PGP', 'REG', 'SGP', 'SAD', 'RCO']) add(cells, 'deadline', role, 'R|o');
  for (const role of ['CPT', 'CCM', 'HPC']) add(cells, 'deadline', role, 'R|');
  add(cells, 'deadline', 'IGO', 'R|'); // DL-29
  add(cells, 'retention', 'IGO', 'R|', 'U|', 'D|');
  add(cells, 'subjectAccessRequest', 'IGO', 'C|', 'R|', 'U|');
  add(cells, 'securityNeed', 'PPM', 'C|o', 'R|o', 'U|o');
  add(cells, 'securityNeed', 'CPT', 'R|', 'D|');
  add(cells, 'adviceCall', 'CPT', 'C|', 'R|');
  add(cells, 'incidentAddition', 'PRS', 'C|s');
  for (const role of ['PPM', 'PGP']) add(cells, 'incidentAddition', role, 'C|o');
  add(cells, 'rehabOffer', 'SYS', 'U|'); // §3.2, scheme duty: the outbox
  for (const holder of ['CPT', ...Object.values(seatOfRole)]) add(cells, 'attendance', holder, 'U|');
  for (const role of ['CPT', 'CCM', 'HPC']) add(cells, 'panelChannel', role, 'C|');
  add(cells, 'cohort', 'RCO', 'C|', 'R|', 'U|');
  add(cells, 'cohort', 'RTR', 'R||ownSessions');
}

/** The table the code has to hold. */
export function policyMatrix(roles: readonly string[]): Cells {
  const cells = readMatrix();
  applyCorrections(cells);
  applyNotes(cells);
  applyReadings(cells);
  applyAdditions(cells, roles);
  return cells;
}
