import assert from 'node:assert/strict';
import { role } from '../../../bot/contract/roles.ts';
import { allows } from '../../../bot/desk/permissions/allows.ts';
import { actions, seats } from '../../../bot/desk/permissions/rights.ts';
import type { PermissionObject } from '../../../bot/desk/permissions/table.ts';
import { can, everything, full, grant, refused, subject, whoCan } from './asking.ts';
import { seatObjects } from './policyMatrix.ts';

describe('allows, single cells of the table', () => {
  it('§1.2 PRS: creates, reads own, edits own drafts, sees the status line of a removal that followed', () => {
    const own = subject({ createdBy: 'me', state: 'REPORTED' });

    assert.deepEqual(allows(grant('PRS'), 'C', 'incident', subject()), full);
    assert.deepEqual(allows(grant('PRS'), 'R', 'incident', own), full);
    assert.deepEqual(allows(grant('PRS'), 'R', 'incident', subject({ createdBy: 'you' })), refused);
    assert.deepEqual(allows(grant('PRS'), 'U', 'incident', own), refused);
    assert.deepEqual(allows(grant('PRS'), 'U', 'incident', { ...own, state: 'DRAFT' }), full);
    assert.deepEqual(allows(grant('PRS'), 'R', 'removalRequest', own), { ...full, view: 'status' });
    assert.deepEqual(allows(grant('PRS'), 'R', 'incident', { ...own, organisation: 'theirs' }), refused);
  });

  it('HS-02 the GP signs and the manager submits; neither does the other', () => {
    assert.deepEqual(whoCan('S', 'removalRequest', { facts: ['signing'] }), ['PGP']);
    assert.deepEqual(whoCan('S', 'removalRequest', { facts: ['submitting'] }), ['PPM']);
  });

  it('M2b the officer decides on a request that waits for approval, in that state only', () => {
    assert.equal(can('CPT', 'D', 'removalRequest', { state: 'WAIT_APPROVAL' }), true);
    assert.equal(can('CPT', 'D', 'removalRequest', { state: 'SUBMITTED' }), false);
  });

  it('§3.2 a safeguarding concern is read by an organisation once it was contacted, not before', () => {
    assert.equal(can('PPM', 'R', 'safeguarding'), false);
    assert.equal(can('PPM', 'R', 'safeguarding', { organisation: 'theirs', contacted: [] }), false);
    assert.equal(can('PPM', 'R', 'safeguarding', { organisation: 'theirs', contacted: ['mine'] }), true);
  });

  it('§1.3 the rehab provider never sees incidents, removals, panel papers or letters', () => {
    const allShown = subject({
      caseload: ['mine'],
      assignedTo: ['me'],
      createdBy: 'me',
      contacted: ['mine'],
    });
    const closed = [
      'incident',
      'removalRequest',
      'decision',
      'letter',
      'appeal',
      'schemeReport',
      ...seatObjects,
    ] as const;

    const seen = (['RCO', 'RTR'] as const).flatMap((code) =>
      closed.filter((object) =>
        actions.some((action) => allows(grant(code), action, object, allShown).allowed),
      ),
    );

    assert.deepEqual(seen, []);
  });

  it('§1.1 a provider serves many areas; everyone else stays in theirs', () => {
    const there = subject({ area: 'there', caseload: ['mine'] });

    assert.deepEqual(allows(grant('RCO'), 'R', 'referral', there), full);
    assert.deepEqual(allows(grant('CPT'), 'R', 'incident', there), refused);
    assert.deepEqual(allows(grant('PPM'), 'R', 'incident', there), refused);
    assert.deepEqual(allows(grant('CPT'), 'R', 'incident', { who: 'me' }), refused);
  });

  it('§1.1 SYS: no role sees patient data by being administrator', () => {
    const house: readonly PermissionObject[] = ['auditLog', 'configuration', 'inbox', 'self', 'directory'];
    const allShown = subject({
      createdBy: 'me',
      assignedTo: ['me'],
      caseload: ['mine'],
      contacted: ['mine'],
      state: 'DRAFT',
      meetings: seats.map((seat) => ({ seat, windowOpen: true })),
      facts: ['subjectAccess', 'onBehalf', 'removalLetter', 'afterClose', 'tied', 'signing', 'submitting'],
    });

    const reached = everything.filter(
      ({ action, object }) =>
        allows(grant('SYS'), action, object, allShown).allowed ||
        allows(grant('SYS'), action, object).allowed,
    );

    // It changes a rehab offer by the outbox alone, and reads none.
    const rehab = reached.filter(({ object }) => object === 'rehabOffer');
    assert.deepEqual(
      rehab.map(({ action }) => action),
      ['U'],
    );
    const others = reached.filter((right) => !rehab.includes(right));
    assert.deepEqual(new Set(others.map(({ object }) => object)), new Set(house));
    assert.deepEqual(allows(grant('SYS'), 'R', 'auditLog'), { ...full, qualifiers: ['technicalOnly'] });
  });

  it('(A) inbox and self are everyone’s own and nobody else’s', () => {
    for (const code of role.options) {
      for (const object of ['inbox', 'self'] as const) {
        assert.deepEqual(allows(grant(code), 'U', object, { who: 'me', createdBy: 'me' }), full, code);
        assert.deepEqual(allows(grant(code), 'R', object, { who: 'me', createdBy: 'you' }), refused, code);
      }
    }
  });
});
