import assert from 'node:assert/strict';
import type { Role } from '../../../bot/contract/roles.ts';
import { allows, notAvailable } from '../../../bot/desk/permissions/allows.ts';
import { actions, seats } from '../../../bot/desk/permissions/rights.ts';
import type { Subject } from '../../../bot/desk/permissions/subject.ts';
import { can, everything, full, grant, refused, sitting, subject, whoCan } from './asking.ts';
import { personRecords, seatObjects } from './policyMatrix.ts';

const readBallots = (code: Role, record: Subject) => allows(grant(code), 'R', 'othersBallots', record);

describe('corrections to the permission table', () => {
  it('§1.2 correction: a nominee votes by the seat held at that meeting', () => {
    const officer = grant('CPT');

    assert.deepEqual(allows(officer, 'C', 'ownBallot', subject()), refused);
    assert.deepEqual(allows(officer, 'C', 'ownBallot', sitting('CONTRACTS', true)), full);
  });

  it('§1.2 correction: a head of primary care without the seat has no ballot, casting vote or pack', () => {
    const allowed = seatObjects.flatMap((object) =>
      actions.filter(
        (action) => allows(grant('HPC'), action, object, subject({ facts: ['tied', 'afterClose'] })).allowed,
      ),
    );

    assert.deepEqual(allowed, []);
  });

  it('HS-11 only the CHAIR seat casts, and only when tied', () => {
    const holders = seats.filter(
      (seat) => allows(grant('CCM'), 'C', 'castingVote', sitting(seat, true, 'tied')).allowed,
    );

    assert.deepEqual(holders, ['CHAIR']);
    assert.deepEqual(allows(grant('CCM'), 'C', 'castingVote', sitting('CHAIR', true)), refused);
  });

  it('V4 ballots of others: the chair sees a count while open and names after; other seats only after close', () => {
    const counted = readBallots('HPC', sitting('CHAIR', true, 'whileOpen'));
    const named = readBallots('HPC', sitting('CHAIR', true, 'afterClose'));

    assert.deepEqual(counted, { ...full, qualifiers: ['countOnly'] });
    assert.deepEqual(named, { ...full, qualifiers: ['names'] });
    assert.deepEqual(readBallots('PGR', sitting('GP', true, 'whileOpen')), refused);
    assert.deepEqual(readBallots('PGR', sitting('GP', true, 'afterClose')), full);
    assert.deepEqual(readBallots('PGR', sitting('GP', false, 'afterClose')), refused);
  });

  it('§1.2 correction: the seat counts at its own meeting, an open window elsewhere does not help', () => {
    const meetings = [
      { seat: 'GP', windowOpen: false },
      { seat: 'LAY', windowOpen: true },
    ] as const;

    const pack = allows(grant('PGR'), 'R', 'panelPack', subject({ meetings }));

    assert.deepEqual(pack, { allowed: true, view: 'full', qualifiers: ['pseudonymised'] });
  });

  it('§1.2 correction: a seat gives nothing to a role that cannot sit', () => {
    const meetings = [{ seat: 'GP', windowOpen: true }] as const;

    assert.deepEqual(whoCan('C', 'ownBallot', { meetings }), ['CPT', 'CCM', 'HPC', 'PGR', 'PLR']);
  });

  it("MG5 the chair's nominee records the decision", () => {
    const recorded = { allowed: true, view: 'full', qualifiers: ['record'] };

    assert.deepEqual(allows(grant('CCM'), 'D', 'decision', sitting('CHAIR', true)), recorded);
    assert.deepEqual(allows(grant('CCM'), 'D', 'decision', sitting('CONTRACTS', true)), refused);
  });

  it('§1.2 correction: GPs create, read and edit incident reports of their own practice', () => {
    for (const action of ['C', 'R', 'U'] as const) {
      assert.deepEqual(allows(grant('PGP'), action, 'incident', subject()), full);
      assert.deepEqual(
        allows(grant('PGP'), action, 'incident', subject({ organisation: 'theirs' })),
        refused,
      );
    }
  });

  it('§1.2 correction: the scheme administrator prepares the report but never signs it', () => {
    const report = subject({ caseload: ['mine'] });

    assert.deepEqual(allows(grant('SAD'), 'U', 'schemeReport', report), full);
    assert.deepEqual(allows(grant('SAD'), 'S', 'schemeReport', report), refused);
    assert.deepEqual(allows(grant('SGP'), 'S', 'schemeReport', report), full);
  });

  it('§1.2 correction: the rehab outcome report is open to the officer and, in its meeting, to every seat', () => {
    const inWindow = whoCan('R', 'rehabOutcome', sitting('GP', true));
    const outside = whoCan('R', 'rehabOutcome', sitting('GP', false));

    assert.deepEqual(
      inWindow.filter((code) => !outside.includes(code)),
      ['CCM', 'HPC', 'PGR', 'PLR'],
    );
    assert.deepEqual(outside, ['CPT', 'OVS', 'EVA']);
  });

  it("§1.2 correction: IGO reads one person's records under a logged subject-access request, and only then", () => {
    for (const object of personRecords) {
      assert.deepEqual(allows(grant('IGO'), 'R', object, subject()), refused, object);
      assert.deepEqual(
        allows(grant('IGO'), 'R', object, subject({ facts: ['subjectAccess'] })),
        full,
        object,
      );
      assert.deepEqual(
        allows(grant('IGO'), 'U', object, subject({ facts: ['subjectAccess'] })),
        refused,
        object,
      );
    }
  });

  it('§1.2 correction: trainers see the telephone number for their own sessions only', () => {
    const referral = { organisation: 'theirs', caseload: ['mine'] };
    const own = subject({ ...referral, assignedTo: ['me'] });

    assert.deepEqual(allows(grant('RTR'), 'R', 'referral', own), {
      allowed: true,
      view: 'full',
      qualifiers: ['trainerFields', 'telephone'],
    });
    assert.equal(can('RTR', 'R', 'referral', { ...referral, assignedTo: ['you'] }), false);
  });

  it('§1.2 correction: oversight and evaluation see aggregates only', () => {
    const views = (['OVS', 'EVA'] as const).flatMap((code) =>
      everything.flatMap(({ action, object }) => {
        const answer = allows(grant(code), action, object, subject({ organisation: 'theirs' }));
        return answer.allowed ? [answer.view] : [];
      }),
    );

    assert.deepEqual(new Set(views), new Set(['aggregate']));
  });
});

describe('notes below the permission table', () => {
  const onBehalf = subject({ organisation: 'theirs', facts: ['onBehalf', 'removalLetter'] });

  it('§1.2 note: an officer records registrations steps, marked on their behalf, and not otherwise', () => {
    const steps = [
      ['U', 'removalRequest'],
      ['D', 'removalRequest'],
      ['S', 'letter'],
      ['U', 'removalNotification'],
    ] as const;

    for (const [action, object] of steps) {
      assert.equal(allows(grant('CPT'), action, object, onBehalf).allowed, true, object);
      assert.deepEqual(allows(grant('CPT'), action, object, subject()), refused, object);
      assert.deepEqual(allows(grant('CCM'), action, object, onBehalf), refused, object);
    }
  });

  it('§1.2 note: the practice manager records a returned form, no other registrations step', () => {
    assert.equal(can('PPM', 'D', 'removalRequest', { facts: ['onBehalf', 'returnedItem'] }), true);
    assert.equal(can('PPM', 'D', 'removalRequest', { facts: ['onBehalf'] }), false);
  });

  it('§1.2 note: "barred here?" answers a practice for itself, registrations and the officer for any', () => {
    assert.deepEqual(whoCan('R', 'barredCheck'), ['PPM', 'PGP', 'CPT', 'REG']);
    assert.deepEqual(whoCan('R', 'barredCheck', { organisation: 'theirs' }), ['CPT', 'REG']);
  });

  it('§1.2 note: a refusal carries nothing but itself, and one sentence stands for all of them', () => {
    const answer = allows(grant('PRS'), 'R', 'safeguarding', subject());

    assert.deepEqual(Object.keys(answer), ['allowed']);
    assert.equal(notAvailable, 'This is not available to your role.');
  });
});
