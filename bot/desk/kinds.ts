/** Every kind of record in words, and the right to read it (DOMAIN §1.2, §10). */
import type { PermissionObject } from './permissions/table.ts';
import { incidentStates } from '../contract/incident.ts';
import { itemStates, meetingStates } from '../contract/panel.ts';
import { placementStates } from '../contract/placement.ts';
import { referralStates } from '../contract/referralWords.ts';
import { sarStates } from '../contract/subjectAccess.ts';
import type { ReferenceType } from '../domain/references.ts';

type States = Readonly<Record<string, { readonly label: string }>>;

interface RecordKind {
  readonly label: string;
  readonly object?: PermissionObject;
  readonly states?: States;
}

const kinds: Readonly<Record<ReferenceType, RecordKind>> = {
  INC: { label: 'Incident report', object: 'incident', states: incidentStates },
  RMR: { label: 'Removal request', object: 'removalRequest' },
  PLC: { label: 'Placement', object: 'placement', states: placementStates },
  LTR: { label: 'Letter', object: 'letter' },
  APL: { label: 'Appeal', object: 'appeal' },
  MTG: { label: 'Panel meeting', object: 'meeting', states: meetingStates },
  ITM: { label: 'Panel item', object: 'decision', states: itemStates },
  SGR: { label: 'Scheme report', object: 'schemeReport' },
  RNF: { label: 'Removal notification', object: 'removalNotification' },
  REF: { label: 'Referral to the programme', object: 'referral', states: referralStates },
  SES: { label: 'Session', object: 'session' },
  COH: { label: 'Cohort', object: 'cohort' },
  SGC: { label: 'Safeguarding concern', object: 'safeguarding' },
  AGN: { label: 'Agency notice', object: 'agencyNotice' },
  SEC: { label: 'Security need', object: 'securityNeed' },
  IMP: { label: 'Import of staff and practices', object: 'directory' },
  SAR: { label: 'Subject-access request', object: 'subjectAccessRequest', states: sarStates },
};

interface Kind {
  readonly label: string;
  /** What reading it asks for; undefined for a kind nobody has a right to. */
  readonly object: PermissionObject | undefined;
}

export function kindOf(type: string): Kind {
  const kind = Object.hasOwn(kinds, type) ? kinds[type as ReferenceType] : undefined;
  return { label: kind?.label ?? type, object: kind?.object };
}

/** The state of any record in words; as it is kept where there are none yet. */
export function stateInWords(type: string, state: string): string {
  const states = Object.hasOwn(kinds, type) ? kinds[type as ReferenceType].states : undefined;
  return states?.[state]?.label ?? state;
}
