import { advance, refuseStale, type Decision, type Facts } from '../decision.ts';
import { checkFreeText } from './checkFreeText.ts';
import type { Incident } from './incident.ts';
import { whereItStands } from './reviewIncident.ts';

/**
 * Facts added later, by the reporter, the manager or a GP. The report itself stays as it was sent: the addition is a
 * line of its history. A closed report takes no more.
 */
export function addFacts(
  input: { readonly text: string; readonly reasons?: Readonly<Record<string, string>> | undefined },
  incident: Incident,
  facts: Facts,
): Decision {
  if (incident.state === 'CLOSED_LOCAL') {
    return refuseStale(
      `${whereItStands(incident)} Make a new report, and your practice manager can link the two.`,
    );
  }
  const unanswered = checkFreeText({ text: input.text }, input.reasons);
  if (unanswered) return unanswered;
  const next = advance(incident, facts.now, {});
  return {
    changed: true,
    heads: [next],
    entries: [
      {
        ref: next.ref,
        action: 'incident.factsAdded',
        content: { text: input.text, ...(input.reasons ? { reasons: input.reasons } : {}) },
      },
    ],
    notices: toWhoeverLooks(incident, facts),
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: 'Your facts have been added to the report.',
    },
  };
}

function toWhoeverLooks(incident: Incident, facts: Facts) {
  const reviewer = incident.body.reviewer?.person;
  if (reviewer === facts.actor.person) return [];
  const to = reviewer
    ? { person: reviewer }
    : { roles: ['PPM', 'PGP'] as const, organisation: incident.organisation };
  return [{ template: 'incident.factsAdded', ref: incident.ref, to }];
}
