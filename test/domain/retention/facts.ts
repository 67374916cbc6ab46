import type { Facts, Head } from '../../../bot/domain/decision.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import type { Incident } from '../../../bot/domain/incident/incident.ts';
import { factsFor, incidentIn, reportOf } from '../incident/facts.ts';

let minted = 0;

/** What the information-governance officer knows at 10am London time of a day, `2030-03-05`. */
export function officerOn(day: string, changes: Partial<Facts> = {}): Facts {
  const now = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' });
  return factsFor({
    now: now.toInstant(),
    actor: {
      person: 'person-701',
      name: 'Nadia Karim',
      role: 'IGO',
      organisation: 'brookshire-icb',
      area: 'brookshire',
    },
    mintReference: () => {
      minted += 1;
      return makeReference('SAR', 2027, minted);
    },
    ...changes,
  });
}

/** A closed report of a day, with nothing left to do. */
export function closedIncident(incidentDate: string, changes: Partial<Incident> = {}): Incident {
  const incident = incidentIn('CLOSED_LOCAL');
  const report = { ...incident.body.report, ...reportOf({ incidentDate }) };
  return { ...incident, deadlines: {}, body: { ...incident.body, report }, ...changes };
}

export const reason = 'There is no use for it any more.';

/** A head of some kind with a body the rules of retention read. */
export function headOf(type: string, state: string, body: object): Head {
  return { ...incidentIn('CLOSED_LOCAL'), type, state, deadlines: {}, body };
}
