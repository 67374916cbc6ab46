import assert from 'node:assert/strict';
import { role } from '../../bot/contract/roles.ts';
import { roleOrganisations } from '../../bot/contract/roles.ts';
import { theSystem } from '../../bot/desk/caller.ts';
import { addPerson, fileReport, newId, openHouse, people, setTime, type House } from '../support/house.ts';
import { destroy, dueIncident, openIncident, purgeAll, reason } from '../support/records.ts';
import { fileReferral, must } from '../support/referrals.ts';

const scope = 'area:brookshire';
const provider = 'steady-ground';
const officer = people.auditor;

describe('keeping and destroying records at the desk', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const give = (who: { person: string }, name: string, input: object) =>
    house.desk.perform(who, { id: newId(), name, input });
  const refusalOf = async (who: { person: string }, name: string, input: object) => {
    const result = await give(who, name, input);
    assert(!result.done, `${name} was done`);
    return result.refusal;
  };
  const due = async () => {
    const asked = await house.desk.ask(officer, { name: 'retention.due', input: {} });
    assert(asked.answered);
    return asked.answer.rows;
  };
  const head = (ref: string, where = scope) => house.store.records.read(where, ref, 'head');
  const recordOf = async (ref: string) => {
    const asked = await house.desk.ask(officer, { name: 'retention.record', input: { ref } });
    assert(asked.answered);
    return asked.answer;
  };

  /** A referral that ended eight years before the clock's day, as it is now set. */
  const endedReferral = async () => {
    const ref = await fileReferral(house.desk);
    await must(house.desk, people.coordinator, 'referral.close', {
      ref,
      how: 'WITHDRAWN',
      reason: 'The patient has no time now.',
    });
    return ref;
  };

  it('§8 every head carries the date it is kept until, once that is known', async () => {
    const serious = await fileReport(house.desk, people.receptionist, { incidentTypes: ['PHYS'] });
    const referral = await fileReferral(house.desk);

    const [incident, open] = [await head(serious), await head(referral, `org:${provider}`)];
    assert.equal(incident?.row.retainUntil, '2047-01-11');
    assert.equal(incident.row.held, false);
    assert.equal(open?.row.retainUntil, undefined);
    await must(house.desk, people.coordinator, 'referral.close', {
      ref: referral,
      how: 'WITHDRAWN',
      reason: 'The patient has no time now.',
    });
    assert.equal((await head(referral, `org:${provider}`))?.row.retainUntil, '2035-01-11');
  });

  it('lists what is due in the area and with its providers, and nothing that is on hold or not yet due', async () => {
    const referral = await endedReferral();
    setTime(house.clock, Temporal.Instant.from('2035-01-11T10:00:00Z'));
    const [one, held] = [await dueIncident(house.desk), await dueIncident(house.desk)];
    await fileReport(house.desk, people.receptionist);
    await must(house.desk, officer, 'retention.hold', { ref: held, reason });

    const rows = await due();
    const asked = await house.desk.ask(officer, { name: 'retention.held', input: {} });

    const shown = new Map(rows.map((row) => [row.ref, row]));
    assert.equal(shown.get(one)?.until, 'Thursday 5 March 2020');
    assert(!shown.has(held));
    assert(rows.every(({ held: isHeld }) => !isHeld));
    assert(asked.answered);
    assert.deepEqual(
      asked.answer.rows.map(({ ref }) => ref),
      [held],
    );
    // The area's own come first; the token goes on with the provider.
    const further = await house.desk.ask(officer, { name: 'retention.due', input: { after: '1' } });
    assert(further.answered);
    const found = further.answer.rows.find(({ ref }) => ref === referral);
    assert.equal(found?.provider, provider);
    assert.equal(found.kind, 'Referral to the programme');
    assert.doesNotMatch(JSON.stringify([rows, further.answer]), /Quillfeather|Tindall|Rosa|person-/);
  });

  it('goes from page to page and from scope to scope without losing a record', async () => {
    const refs = new Set<string>();
    for (let n = 0; n < 5; n += 1) refs.add(await dueIncident(house.desk));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const asked = await house.desk.ask(officer, {
        name: 'retention.due',
        input: { size: 2, ...(after ? { after } : {}) },
      });
      assert(asked.answered);
      seen.push(...asked.answer.rows.map(({ ref }) => ref));
      after = asked.answer.next;
    } while (after);
    assert.deepEqual(seen.toSorted(), [...refs].toSorted());

    const wrong = await house.desk.ask(officer, { name: 'retention.due', input: { after: '9' } });
    assert(!wrong.answered);
    assert.equal(wrong.refusal.field, 'after');
  });

  it('another area’s records are out of reach, also where a provider serves both', async () => {
    const ref = await dueIncident(house.desk);
    const referral = await fileReferral(house.desk);
    await must(house.desk, people.coordinator, 'referral.close', {
      ref: referral,
      how: 'WITHDRAWN',
      reason: 'The patient has no time now.',
    });
    await house.desk.perform(theSystem, {
      id: newId(),
      name: 'directory.putArea',
      input: { area: 'fenshire', name: 'Fenshire', profile: 'national-2024@1', rehabProvider: provider },
    });
    const other = await addPerson(house.desk, 'person-801', [
      { role: 'IGO', organisation: 'brookshire-icb', area: 'fenshire' },
    ]);
    setTime(house.clock, Temporal.Instant.from('2040-01-11T10:00:00Z'));

    for (const name of ['retention.due', 'retention.held', 'retention.destroyed'] as const) {
      const asked = await house.desk.ask(other, { name, input: {} });
      assert(asked.answered);
      assert.deepEqual(asked.answer.rows, []);
    }
    for (const [of, where] of [
      [ref, {}],
      [referral, { provider }],
    ] as const) {
      const refusal = await refusalOf(other, 'retention.hold', { ref: of, reason, ...where });
      assert.equal(refusal.code, 'notAvailable');
      const asked = await house.desk.ask(other, { name: 'retention.record', input: { ref: of } });
      assert(!asked.answered);
    }
    await must(house.desk, officer, 'retention.hold', { ref: referral, reason, provider });
  });

  for (const code of role.options.filter((code) => code !== 'IGO')) {
    it(`§1.1 ${code} neither sees nor decides how long records are kept`, async () => {
      const ref = await dueIncident(house.desk);
      const organisation = { practice: 'Z99001', commissioner: 'brookshire-icb' } as Record<string, string>;
      const kind = roleOrganisations[code][0] ?? '';
      const places = {
        registrations: 'registrations',
        schemeProvider: 'crossfield',
        rehabProvider: provider,
        public: 'public',
        operator: 'operator',
        ...organisation,
      } as Record<string, string>;
      const who = await addPerson(house.desk, 'person-800', [
        { role: code, organisation: places[kind] ?? '' },
      ]);

      for (const [name, more] of [
        ['retention.keep', { until: '2031-01-01' }],
        ['retention.hold', {}],
        ['retention.release', {}],
        ['retention.destroy', { confirm: ref }],
      ] as const)
        assert.equal((await refusalOf(who, name, { ref, reason, ...more })).code, 'notAvailable');
      for (const name of ['retention.due', 'retention.held', 'retention.destroyed'] as const)
        assert(!(await house.desk.ask(who, { name, input: {} })).answered);
      assert(!(await house.desk.ask(who, { name: 'retention.record', input: { ref } })).answered);
      assert(await head(ref));
    });
  }

  it('the officer is shown dates, decisions and steps of a record, and nothing that it says', async () => {
    const ref = await dueIncident(house.desk);
    const before = await recordOf(ref);
    await must(house.desk, officer, 'retention.keep', { ref, reason, until: '2031-01-01' });
    await must(house.desk, officer, 'retention.hold', { ref, reason: 'A claim was made in court.' });

    const after = await recordOf(ref);

    assert.deepEqual(before.steps, ['retention.keep', 'retention.destroy', 'retention.hold']);
    assert.deepEqual(after.steps, ['retention.release']);
    assert.deepEqual(
      after.timeline.map(({ what, who, text }) => [what, who, text]),
      [
        ['Kept until Wednesday 1 January 2031', 'Nadia Karim', reason],
        ['Put on hold', 'Nadia Karim', 'A claim was made in court.'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(after), /Quillfeather|Rosa|Priya|Leaned/);
    const open = await recordOf(await openIncident(house.desk));
    assert.deepEqual(open.steps, ['retention.hold']);
  });

  it('§8 a destroyed record takes no command and answers no question, and says so to whoever could have seen it', async () => {
    const ref = await dueIncident(house.desk);
    const other = await fileReport(house.desk, people.receptionist);
    await destroy(house.desk, ref);

    const said = /was destroyed on Monday 11 January 2027, when the time it had to be kept was over/;
    for (const done of [false, true]) {
      if (done) await purgeAll(house, scope);
      for (const [who, name, input] of [
        [people.manager, 'incident.addFacts', { text: 'Something more about it.' }],
        [people.manager, 'incident.takeIntoReview', {}],
        [people.manager, 'incident.link', { other }],
        [officer, 'retention.hold', { reason }],
        [officer, 'retention.destroy', { reason, confirm: ref }],
      ] as const) {
        const refusal = await refusalOf(who, name, { ref, ...input });
        assert.equal(refusal.code, 'stale');
        assert.match(refusal.message, said);
      }
      for (const name of ['incident.page', 'incident.status'] as const) {
        const asked = await house.desk.ask(people.manager, { name, input: { ref } });
        assert(!asked.answered);
        assert.match(asked.refusal.message, said);
        const stranger = await house.desk.ask(people.otherManager, { name, input: { ref } });
        assert(!stranger.answered);
        assert.equal(stranger.refusal.message, 'This is not available to your role.');
      }
      const stranger = await refusalOf(people.otherManager, 'incident.addFacts', {
        ref,
        text: 'Is it there?',
      });
      assert.equal(stranger.code, 'notAvailable');
      const list = await house.desk.ask(people.manager, { name: 'incident.list', input: {} });
      assert(list.answered);
      assert(list.answer.rows.every((row) => row.ref !== ref));
    }
  });

  it('a destroyed referral is said to be gone to its provider and its referrer', async () => {
    const ref = await endedReferral();
    setTime(house.clock, Temporal.Instant.from('2035-01-11T10:00:00Z'));
    await destroy(house.desk, ref, { provider });
    await purgeAll(house, `org:${provider}`);

    for (const who of [people.manager, people.coordinator]) {
      const asked = await house.desk.ask(who, { name: 'referral.page', input: { ref } });
      assert(!asked.answered);
      assert.match(asked.refusal.message, /was destroyed on Thursday 11 January 2035/);
    }
    const refusal = await refusalOf(people.coordinator, 'referral.logAttempt', { ref, outcome: 'NO_ANSWER' });
    assert.equal(refusal.code, 'stale');
  });

  it('what is left of destroyed records is listed, with how far it has come', async () => {
    const ref = await dueIncident(house.desk);
    await destroy(house.desk, ref);
    const list = async () => {
      const asked = await house.desk.ask(officer, { name: 'retention.destroyed', input: {} });
      assert(asked.answered);
      return asked.answer.rows;
    };

    const [before] = await list();
    assert.equal(before?.progress, '0 of 4 lines of its history are gone');
    await purgeAll(house, scope);
    const [after] = await list();
    assert.equal(after?.ref, ref);
    assert.equal(after.progress, undefined);
    assert.equal(after.destroyed, 'Monday 11 January 2027');
    const { steps, timeline } = await recordOf(ref);
    assert.deepEqual(steps, []);
    assert.deepEqual(
      timeline.map(({ what, text }) => [what, text]),
      [
        ['Destroyed', reason],
        ['Everything of it is gone', undefined],
      ],
    );
  });
});
