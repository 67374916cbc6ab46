import assert from 'node:assert/strict';
import { incidentState } from '../../../bot/contract/incident.ts';
import type { Decision } from '../../../bot/domain/decision.ts';
import { addFacts } from '../../../bot/domain/incident/addFacts.ts';
import { incidentTransitions, maxLinks, type Incident } from '../../../bot/domain/incident/incident.ts';
import { linkIncidents } from '../../../bot/domain/incident/linkIncidents.ts';
import { closeIncident, takeIntoReview } from '../../../bot/domain/incident/reviewIncident.ts';
import { asManager, changesOf, factsFor, incidentIn, refusalOf } from './facts.ts';

const feedback = { outcome: 'TALKED', feedback: 'We talked to him at length.' } as const;
const steps: Readonly<Record<string, (incident: Incident) => Decision>> = {
  'incident.takeIntoReview': (incident) => takeIntoReview({}, incident, asManager()),
  'incident.close': (incident) => closeIncident(feedback, incident, asManager()),
};

describe('the incident’s life cycle (§3.1)', () => {
  for (const [command, step] of Object.entries(steps)) {
    for (const state of incidentState.options) {
      const row = incidentTransitions.find((t) => t.command === command && t.from.includes(state));
      it(`${row?.id ?? 'no row'}: ${command} from ${state} ${row ? `gives ${row.to}` : 'shows the present state'}`, () => {
        const decision = step(incidentIn(state));

        if (row) assert.equal(changesOf(decision).heads[0]?.state, row.to);
        else assert.equal(refusalOf(decision).code, 'stale');
      });
    }
  }

  it('every transition of the table has a step in this test or makes the record', () => {
    const commands = incidentTransitions.filter((t) => t.from.length > 0).map((t) => t.command);

    assert.deepEqual(commands.toSorted(), Object.keys(steps).toSorted());
  });

  it('I3 meets DL-01, leaves DL-28 open and tells the reporter', () => {
    const changes = changesOf(takeIntoReview({}, incidentIn('REPORTED'), asManager()));

    const [incident] = changes.heads;
    assert.ok(incident?.deadlines['DL-01']?.settledAt);
    assert.equal(incident?.deadlines['DL-28']?.settledAt, undefined);
    assert.deepEqual(changes.notices, [
      { template: 'incident.inReview', ref: incident?.ref, to: { person: 'person-101' } },
    ]);
  });

  it('I3 a manager who reported it is not told of their own step', () => {
    const changes = changesOf(
      takeIntoReview({}, incidentIn('REPORTED', { createdBy: 'person-103' }), asManager()),
    );

    assert.deepEqual(changes.notices, []);
  });

  it('I4 meets DL-28, keeps the feedback with its author and tells the reporter', () => {
    const changes = changesOf(closeIncident(feedback, incidentIn('IN_REVIEW'), asManager()));

    const incident = changes.heads[0] as Incident;
    assert.ok(incident.deadlines['DL-28']?.settledAt);
    assert.deepEqual(
      [incident.body.feedback?.text, incident.body.feedback?.by],
      ['We talked to him at length.', 'Priya Shah'],
    );
    assert.equal(changes.notices?.[0]?.template, 'incident.closed');
  });

  it('I4, W-08 feedback that holds an NHS number needs a reason', () => {
    const held = { ...feedback, feedback: 'His number is 943 476 5919, as you asked.' };

    const asked = refusalOf(closeIncident(held, incidentIn('IN_REVIEW'), asManager()));
    const given = closeIncident(
      { ...held, reasons: { 'W-08': 'The reporter asked for it.' } },
      incidentIn('IN_REVIEW'),
      asManager(),
    );

    assert.deepEqual([asked.code, asked.rule, asked.field], ['warning', 'W-08', 'feedback']);
    assert.equal(given.changed, true);
  });

  it('a step seen on an older version is stale', () => {
    const incident = incidentIn('REPORTED', { version: 3 });

    assert.equal(refusalOf(takeIntoReview({ version: 2 }, incident, asManager())).code, 'stale');
    assert.equal(takeIntoReview({ version: 3 }, incident, asManager()).changed, true);
  });

  it('every change counts the version up by one', () => {
    const incident = incidentIn('REPORTED', { version: 7 });

    assert.equal(changesOf(takeIntoReview({}, incident, asManager())).heads[0]?.version, 8);
  });
});

describe('adding facts', () => {
  const text = 'He came back at noon and apologised.';

  it('leaves the report as it was sent and writes a line of history', () => {
    const before = incidentIn('REPORTED');

    const changes = changesOf(addFacts({ text }, before, factsFor()));

    assert.deepEqual((changes.heads[0] as Incident).body, before.body);
    assert.deepEqual(changes.entries[0]?.content, { text });
  });

  it('tells whoever looks at it, else the practice manager, never the person who adds', () => {
    const to = (incident: Incident, facts = factsFor()) =>
      changesOf(addFacts({ text }, incident, facts)).notices?.map((notice) => notice.to);

    assert.deepEqual(to(incidentIn('REPORTED')), [{ roles: ['PPM', 'PGP'], organisation: 'Z99001' }]);
    assert.deepEqual(to(incidentIn('IN_REVIEW')), [{ person: 'person-103' }]);
    assert.deepEqual(to(incidentIn('IN_REVIEW'), asManager()), []);
  });

  it('a closed report takes no more', () => {
    assert.equal(refusalOf(addFacts({ text }, incidentIn('CLOSED_LOCAL'), factsFor())).code, 'stale');
  });

  it('W-08 an NHS number in the text needs a reason', () => {
    const refusal = refusalOf(
      addFacts({ text: 'His number is 943 476 5919.' }, incidentIn('REPORTED'), factsFor()),
    );

    assert.deepEqual([refusal.code, refusal.rule, refusal.field], ['warning', 'W-08', 'text']);
  });
});

describe('linking two reports of one event', () => {
  const linkedTo = (incident: Incident, linked: readonly string[]): Incident => ({
    ...incident,
    body: { ...incident.body, linked },
  });

  it('links both ways and changes neither report', () => {
    const [one, other] = [incidentIn('REPORTED'), incidentIn('IN_REVIEW')];

    const [first, second] = changesOf(linkIncidents(one, other, asManager())).heads as Incident[];

    assert.deepEqual([first?.body.linked, second?.body.linked], [[other.ref], [one.ref]]);
    assert.deepEqual([first?.state, second?.state], ['REPORTED', 'IN_REVIEW']);
    assert.deepEqual(first?.body.report, one.body.report);
  });

  it('refuses a report with itself, at the field', () => {
    const one = incidentIn('REPORTED');

    assert.equal(refusalOf(linkIncidents(one, one, asManager())).field, 'other');
  });

  it('refuses a report of another practice', () => {
    const other = incidentIn('REPORTED', { organisation: 'Z99002' });

    assert.equal(refusalOf(linkIncidents(incidentIn('REPORTED'), other, asManager())).code, 'refused');
  });

  it('a second link of the same two says that they are linked', () => {
    const [one, other] = [incidentIn('REPORTED'), incidentIn('REPORTED')];

    assert.equal(refusalOf(linkIncidents(linkedTo(one, [other.ref]), other, asManager())).code, 'stale');
  });

  it('a report holds at most twenty links', () => {
    const full = linkedTo(
      incidentIn('REPORTED'),
      Array.from({ length: maxLinks }, (_, index) => `INC-${index}`),
    );

    assert.equal(refusalOf(linkIncidents(full, incidentIn('REPORTED'), asManager())).code, 'refused');
    assert.equal(refusalOf(linkIncidents(incidentIn('REPORTED'), full, asManager())).code, 'refused');
  });
});
