/**
 * Every command and every question about a record, by somebody in every role: at the organisation that may know of it,
 * at the practice next door, and in another area. Who gets past the desk's door is written here from DOMAIN §1.2.
 */
import assert from 'node:assert/strict';
import { apiCommands, type ApiCommandName } from '../../bot/contract/commands.ts';
import { questions, type QuestionName } from '../../bot/contract/questions.ts';
import type { Role } from '../../bot/contract/roles.ts';
import { aReport, newId } from '../support/house.ts';
import { caseRef, done, type AtItem } from '../support/panel.ts';
import { placed } from '../support/placements.ts';
import { subject } from '../support/records.ts';
import { anyDay, fileReferral, must } from '../support/referrals.ts';
import { everyone, walkedCommands, walkedQuestions, type Input, type Walked } from './support/whoMay.ts';
import { openWorld, type World } from './support/world.ts';

const notThere = JSON.stringify({ code: 'notAvailable', message: 'This is not available to your role.' });
describe('attack: every role at every command and question (§1.2)', function () {
  this.timeout(120_000);
  let world: World;
  let report: string;
  let other: string;
  let referral: string;
  let item: AtItem;
  let placement: string;
  let request: string;
  before(async () => {
    world = await openWorld();
    const { desk } = world.house;
    const who = world.who;
    report = await done(desk, who('PRS'), 'incident.report', aReport());
    other = await done(desk, who('PRS'), 'incident.report', aReport());
    referral = await fileReferral(desk, {}, who('PPM'));
    await must(desk, who('RCO'), 'referral.logAttempt', {
      ref: referral,
      outcome: 'SPOKE_ACCEPTED',
      accessConfirmed: true,
    });
    await must(desk, who('RCO'), 'referral.book', {
      ref: referral,
      session: 1,
      trainer: who('RTR').person,
      start: '2027-01-13T10:00',
      reasons: anyDay,
    });
    const meeting = await done(desk, who('CPT'), 'meeting.plan', {
      date: '2027-01-11T14:00',
      mode: 'VIRTUAL',
    });
    for (const [seat, role] of [
      ['CHAIR', 'HPC'],
      ['CONTRACTS', 'CCM'],
      ['GP', 'PGR'],
      ['LAY', 'PLR'],
    ] as const)
      await done(desk, who('CPT'), 'meeting.fillSeat', { ref: meeting, seat, person: who(role).person });
    item = {
      meeting,
      ref: await done(desk, who('CPT'), 'item.add', { ref: meeting, type: 'NEW', about: caseRef }),
    };
    placement = (await placed(desk, {}, who('CPT'))).ref;
    request = await done(desk, who('IGO'), 'subjectAccess.open', {
      ...subject,
      requesterReference: 'Letter of 4 January',
      receivedOn: '2027-01-08',
      identityChecked: 'DOCUMENT',
    });
  });
  after(() => world.house.close());

  const at = () => ({ report, other, referral, item, placement, request });
  const [everyCommand, everyQuestion] = [walkedCommands(at), walkedQuestions(at)];

  type Give = (role: Role, reach: 'here' | 'next' | 'far', input: Input) => Promise<object | undefined>;

  /** Undefined when it was done or answered; otherwise the refusal. */
  const perform =
    (name: ApiCommandName): Give =>
    async (role, reach, input) => {
      const result = await world.house.desk.perform(world.who(role, reach), { id: newId(), name, input });
      return result.done ? undefined : result.refusal;
    };
  const ask =
    (name: QuestionName): Give =>
    async (role, reach, input) => {
      const asked = await world.house.desk.askAnything(world.who(role, reach), { name, input });
      return asked.answered ? undefined : asked.refusal;
    };

  const versions = async () =>
    Promise.all(
      [
        ['area:brookshire', report],
        ['org:steady-ground', referral],
        ['area:brookshire', item.meeting],
        ['area:brookshire', item.ref],
        ['area:brookshire', placement],
        ['area:brookshire', request],
      ].map(
        async ([scope = '', ref = '']) => (await world.house.store.records.read(scope, ref, 'head'))?.etag,
      ),
    );

  const walk = (kind: string, name: string, { may, input, nowhere }: Walked, give: Give) => {
    it(`${kind} ${name}: ${may.length === everyone.length ? 'everyone' : may.join(', ')}`, async () => {
      const before = await versions();
      for (const { role, reach } of world.everybody) {
        if (reach === 'here' && may.includes(role)) continue;
        if (reach !== 'here' && !nowhere) continue;
        const logged = world.refusals().length;
        // Byte for byte what is said of a record that is not there: nobody learns whether it exists.
        assert.equal(JSON.stringify(await give(role, reach, input())), notThere, `${role} ${reach}`);
        // DOMAIN §1.2: who, what object, when.
        const lines = world.refusals().slice(logged);
        assert.deepEqual(
          lines.map((line) => [line.person, line.name, line.ref]),
          [[world.who(role, reach).person, name, input()['ref']]],
        );
      }
      if (nowhere) {
        for (const { role, reach } of world.everybody)
          assert.equal(
            JSON.stringify(await give(role, reach, nowhere())),
            notThere,
            `${role} ${reach}, nowhere`,
          );
      }
      assert.deepEqual(await versions(), before, 'nothing has changed');

      for (const role of may)
        assert.notEqual(JSON.stringify(await give(role, 'here', input())), notThere, `${role} may`);
    });
  };

  for (const name of apiCommands) walk('command', name, everyCommand[name], perform(name));
  for (const name of Object.keys(questions) as QuestionName[])
    walk('question', name, everyQuestion[name], ask(name));

  it('whoever is in no directory gets nothing of all this', async () => {
    const stranger = { person: 'nobody-at-all' };
    for (const name of apiCommands) {
      const result = await world.house.desk.perform(stranger, {
        id: newId(),
        name,
        input: everyCommand[name].input(),
      });
      assert(!result.done && result.refusal.code === 'signIn', name);
    }
    for (const name of Object.keys(questions) as QuestionName[]) {
      const asked = await world.house.desk.askAnything(stranger, {
        name,
        input: everyQuestion[name].input(),
      });
      assert(!asked.answered && asked.refusal.code === 'signIn', name);
    }
  });

  it('what is no reference does not get into the log', async () => {
    const before = world.refusals().length;
    const input = { ref: 'Maurice Tindall of 12 High Street '.repeat(500) };

    await world.house.desk.askAnything(world.who('RCO'), { name: 'incident.page', input });
    await world.house.desk.perform(world.who('RCO'), { id: newId(), name: 'incident.close', input });

    const lines = world.refusals().slice(before);
    assert.deepEqual(
      lines.map(({ ref }) => ref),
      [undefined, undefined],
    );
  });

  it('a role that is not held, or has ended, cannot be acted under', async () => {
    for (const under of [
      { role: 'PPM', organisation: 'Z99001' },
      { role: 'PRS', organisation: 'Z99002' },
      { role: 'SYS', organisation: 'operator' },
    ] as const) {
      const result = await world.house.desk.perform(world.who('PRS'), {
        id: newId(),
        name: 'incident.takeIntoReview',
        input: { ref: report },
        under,
      });
      assert(!result.done);
      assert.equal(JSON.stringify(result.refusal), notThere);
    }
  });
});
