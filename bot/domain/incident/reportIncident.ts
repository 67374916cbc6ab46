import { incidentTypes, type IncidentReport } from '../../contract/incident.ts';
import { refuseFields, type Decision, type Facts } from '../decision.ts';
import { dateLabel } from '../time/labels.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import type { Incident } from './incident.ts';
import { checkFreeText } from './checkFreeText.ts';
import { identitiesInReport } from './peopleInReport.ts';
import { checkReport, reportWarnings } from './checkReport.ts';

/**
 * I2: a report by anyone at the practice (DOMAIN §2.1). The reference is given at once, the practice manager is
 * told (DL-01: acknowledge within one working day; DL-28: feedback within five).
 */
export function reportIncident(input: IncidentReport, facts: Facts): Decision {
  const { openedAt, reasons, ...report } = input;
  const problems = checkReport(input, facts);
  const [first, ...rest] = problems;
  if (first) return refuseFields([first, ...rest]);
  const { narrative, locationOther, fearForSafetyWho, peopleAffected, witnesses } = report;
  const texts = { narrative, locationOther, fearForSafetyWho, peopleAffected, witnesses };
  const unanswered = checkFreeText(texts, reasons, input.personNhsNumber?.replace(/\D/g, ''));
  if (unanswered) return unanswered;

  const toTell = reportWarnings(input);
  const acknowledgeBy = deadlineCatalogue['DL-01'].due(facts.now, facts.calendar);
  const at = facts.now.toString();
  const [identity] = identitiesInReport(report).reported;
  const hashes = hashesOf(report, facts);
  const incident: Incident = {
    type: 'INC',
    ref: facts.mintReference('INC'),
    area: facts.actor.area,
    organisation: facts.actor.organisation,
    createdBy: facts.actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'REPORTED',
    version: 1,
    profile: facts.profile,
    ...(identity ? { personHash: facts.hashPerson(identity) } : {}),
    ...(hashes.length > 0 ? { personHashes: hashes } : {}),
    deadlines: {
      'DL-01': { dueOn: acknowledgeBy.toString() },
      'DL-28': { dueOn: deadlineCatalogue['DL-28'].due(facts.now, facts.calendar).toString() },
    },
    body: { report, reporterName: facts.actor.name, linked: [], ...(reasons ? { reasons } : {}) },
  };
  return {
    changed: true,
    heads: [incident],
    entries: [
      {
        ref: incident.ref,
        action: 'incident.reported',
        content: { report, ...(reasons ? { reasons } : {}) },
      },
    ],
    facts: [{ measure: 'incident', ref: incident.ref, values: countable(input, facts.now, openedAt) }],
    notices: [
      {
        template: 'incident.reported',
        ref: incident.ref,
        to: { roles: ['PPM', 'PGP'], organisation: facts.actor.organisation },
      },
    ],
    outcome: {
      ref: incident.ref,
      state: incident.state,
      version: incident.version,
      message: `Thank you for telling us. Your practice manager will look at this by ${dateLabel(acknowledgeBy)}.`,
      ...(toTell.length > 0 ? { warnings: toTell } : {}),
    },
  };
}

/** Whoever did it and the patient they came with: a request of either finds the report (§8). */
function hashesOf(report: Incident['body']['report'], facts: Facts): string[] {
  const { reported, accompanied } = identitiesInReport(report);
  return [...new Set([...reported, ...accompanied])].map((identity) => facts.hashPerson(identity));
}

/** What may be counted later (K1, K13, K14): kinds and durations, nothing that identifies anyone. */
function countable(input: IncidentReport, now: Temporal.Instant, openedAt: string | undefined) {
  const types = Object.keys(incidentTypes).map((type) => [
    type,
    (input.incidentTypes as readonly string[]).includes(type),
  ]);
  return {
    ...(Object.fromEntries(types) as Record<string, boolean>),
    ...(input.helpCame ? { helpCame: input.helpCame } : {}),
    ...(input.helpMinutes === undefined ? {} : { helpMinutes: input.helpMinutes }),
    ...(openedAt
      ? { formSeconds: Math.round(now.since(Temporal.Instant.from(openedAt)).total('seconds')) }
      : {}),
  };
}
