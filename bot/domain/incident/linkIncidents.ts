import { advance, refuse, refuseFields, refuseStale, type Decision, type Facts } from '../decision.ts';
import { maxLinks, type Incident } from './incident.ts';

/** Two reports of one event at one practice are linked both ways; neither report changes. */
export function linkIncidents(incident: Incident, other: Incident, facts: Facts): Decision {
  if (incident.ref === other.ref) {
    return refuseFields([
      { field: 'other', message: 'Give the reference of the other report, not of this one.' },
    ]);
  }
  if (incident.organisation !== other.organisation) {
    return refuse('§1.2', 'Only two reports of the same practice can be linked here.', 'other');
  }
  if (incident.body.linked.includes(other.ref)) return refuseStale('These two reports are already linked.');
  if (incident.body.linked.length >= maxLinks || other.body.linked.length >= maxLinks) {
    return refuse(
      'A',
      `A report can be linked to ${maxLinks} others at most. Link to one of those instead.`,
      'other',
    );
  }
  const next = withLink(incident, other.ref, facts);
  return {
    changed: true,
    heads: [next, withLink(other, incident.ref, facts)],
    entries: [
      { ref: incident.ref, action: 'incident.linked', content: { other: other.ref } },
      { ref: other.ref, action: 'incident.linked', content: { other: incident.ref } },
    ],
    outcome: {
      ref: incident.ref,
      state: incident.state,
      version: next.version,
      message: `${incident.ref} and ${other.ref} are now linked as reports of one event.`,
    },
  };
}

function withLink(incident: Incident, ref: string, facts: Facts): Incident {
  return advance(incident, facts.now, { body: { ...incident.body, linked: [...incident.body.linked, ref] } });
}
