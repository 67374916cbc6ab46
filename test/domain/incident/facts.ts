import type { IncidentReport } from '../../../bot/contract/incident.ts';
import { incidentReport } from '../../../bot/contract/incident.ts';
import type { Changes, Decision, Facts } from '../../../bot/domain/decision.ts';
import type { Incident } from '../../../bot/domain/incident/incident.ts';
import { reportIncident } from '../../../bot/domain/incident/reportIncident.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { calendarOf } from '../../../bot/domain/time/bankHolidays.ts';
import { aReport, monday } from '../../support/house.ts';

let minted = 0;

/** What a receptionist at Millbrook knows on Monday 11 January 2027 at 10am. */
export function factsFor(changes: Partial<Facts> = {}): Facts {
  return {
    now: monday,
    calendar: calendarOf(),
    actor: {
      person: 'person-101',
      name: 'Rosa Bell',
      role: 'PRS',
      organisation: 'Z99001',
      area: 'brookshire',
    },
    profile: 'national-2024@1',
    organisation: {
      name: 'Millbrook Surgery',
      sites: ['Millbrook Surgery, High Street', 'Station Road branch'],
    },
    allowTestNumbers: true,
    mintReference: () => {
      minted += 1;
      return makeReference('INC', 2027, minted);
    },
    hashPerson: (identity) => `hash of ${identity}`,
    ...changes,
  };
}

export const asManager = (changes: Partial<Facts> = {}): Facts =>
  factsFor({
    actor: {
      person: 'person-103',
      name: 'Priya Shah',
      role: 'PPM',
      organisation: 'Z99001',
      area: 'brookshire',
    },
    ...changes,
  });

/** A report as the contract hands it to the domain. */
export function reportOf(changes: Record<string, unknown> = {}): IncidentReport {
  return incidentReport.parse({ ...aReport(), ...changes });
}

export function changesOf(decision: Decision): Changes {
  if (!decision.changed) throw new Error(`Refused: ${decision.refusal.message}`);
  return decision;
}

export function refusalOf(decision: Decision) {
  if (decision.changed) throw new Error('Was not refused.');
  return decision.refusal;
}

export function incidentIn(state: Incident['state'], changes: Partial<Incident> = {}): Incident {
  const [head] = changesOf(reportIncident(reportOf(), factsFor())).heads;
  const incident = head as Incident;
  const reviewer = state === 'REPORTED' ? {} : { reviewer: { person: 'person-103', name: 'Priya Shah' } };
  return { ...incident, state, body: { ...incident.body, ...reviewer }, ...changes };
}
