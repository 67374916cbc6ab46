import { incidentStates, type closeOutcomes } from '../../contract/incident.ts';
import { advance, refuseStale, settle, type Decision, type Facts } from '../decision.ts';
import { checkFreeText } from './checkFreeText.ts';
import { mayMove, type Incident } from './incident.ts';

/** I3: a manager or GP takes a report into review; the reporter is told who looks at it, and DL-01 is met. */
export function takeIntoReview(
  input: { readonly version?: number | undefined },
  incident: Incident,
  facts: Facts,
): Decision {
  if (!mayMove('incident.takeIntoReview', incident.state) || movedOn(input.version, incident)) {
    return refuseStale(whereItStands(incident));
  }
  const next = advance(incident, facts.now, {
    state: 'IN_REVIEW',
    deadlines: settle(incident, 'DL-01', facts.now),
    body: { ...incident.body, reviewer: { person: facts.actor.person, name: facts.actor.name } },
  });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'incident.takenIntoReview', content: { reviewer: facts.actor.name } }],
    notices: toReporter('incident.inReview', incident, facts),
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: 'You are looking at this report now. The person who reported it has been told.',
    },
  };
}

/** I4: closed in the practice with an outcome and feedback to the reporter; DL-28 is met. */
export function closeIncident(
  input: {
    readonly version?: number | undefined;
    readonly outcome: keyof typeof closeOutcomes;
    readonly feedback: string;
    readonly reasons?: Readonly<Record<string, string>> | undefined;
  },
  incident: Incident,
  facts: Facts,
): Decision {
  if (!mayMove('incident.close', incident.state) || movedOn(input.version, incident)) {
    return refuseStale(whereItStands(incident));
  }
  const unanswered = checkFreeText({ feedback: input.feedback }, input.reasons);
  if (unanswered) return unanswered;
  const feedback = {
    outcome: input.outcome,
    text: input.feedback,
    by: facts.actor.name,
    at: facts.now.toString(),
  };
  const next = advance(incident, facts.now, {
    state: 'CLOSED_LOCAL',
    deadlines: settle(incident, 'DL-28', facts.now),
    body: { ...incident.body, feedback },
  });
  return {
    changed: true,
    heads: [next],
    entries: [
      {
        ref: next.ref,
        action: 'incident.closed',
        content: {
          outcome: input.outcome,
          feedback: input.feedback,
          ...(input.reasons ? { reasons: input.reasons } : {}),
        },
      },
    ],
    notices: toReporter('incident.closed', incident, facts),
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: 'The report is closed and your feedback has gone to the person who reported it.',
    },
  };
}

/** Where an incident stands, as a sentence for someone whose card or page is out of date. */
export function whereItStands(incident: Incident): string {
  const { label } = incidentStates[incident.state];
  const reviewer = incident.body.reviewer;
  if (incident.state === 'IN_REVIEW' && reviewer)
    return `This report has moved on: ${reviewer.name} is looking at it.`;
  return `This report has moved on. It is now: ${label.toLowerCase()}.`;
}

function movedOn(seen: number | undefined, incident: Incident): boolean {
  return seen !== undefined && seen !== incident.version;
}

function toReporter(template: string, incident: Incident, facts: Facts) {
  if (incident.createdBy === facts.actor.person) return [];
  return [{ template, ref: incident.ref, to: { person: incident.createdBy } }];
}
