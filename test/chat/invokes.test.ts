import assert from 'node:assert/strict';
import type { Desk } from '../../bot/desk/desk.ts';
import { StoreBusy } from '../../bot/desk/ports.ts';
import { aReport, fileReport, newId, openHouse, people, type House } from '../support/house.ts';
import { textsOf } from './support/cards.ts';
import { openTeams, shownIn, type Answer, type Teams } from './support/teams.ts';

interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

const bodyOf = (answer: Answer) => answer.body as InvokeBody;
const typed = { ...aReport(), incidentTypes: 'NONPHYS', directedAt: 'STAFF:VERBAL', fearForSafety: 'true' };

describe('answering a tap', () => {
  let house: House;
  let ref: string;
  const opened: Teams[] = [];
  const open = async (options: Partial<Parameters<typeof openTeams>[0]> = {}): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, person: people.receptionist, ...options });
    opened.push(teams);
    return teams;
  };
  before(async () => {
    house = await openHouse();
    ref = await fileReport(house.desk, people.receptionist);
  });
  after(async () => {
    for (const teams of opened) await teams.close();
    house.close();
  });

  for (const value of [
    undefined,
    null,
    7,
    'verb',
    {},
    { action: null },
    { action: { type: 'Action.Submit', verb: 'status' } },
  ]) {
    it(`answers ${JSON.stringify(value)} with Teams' own shape of an error and a plain sentence`, async () => {
      const teams = await open();

      const answer = await teams.post({ type: 'invoke', name: 'adaptiveCard/action', value });

      assert.equal(answer.status, 200);
      assert.equal(bodyOf(answer).statusCode, 400);
      assert.equal(bodyOf(answer).type, 'application/vnd.microsoft.error');
      assert.match(JSON.stringify(bodyOf(answer).value), /cannot read/);
    });
  }

  it('answers a verb that is no longer known, and an invoke of another kind', async () => {
    const teams = await open();

    const unknown = await teams.tap('incident.burn', { ref });
    const other = await teams.post({ type: 'invoke', name: 'task/fetch', value: {} });
    const unnamed = await teams.post({ type: 'invoke' });

    assert.match(textsOf(unknown).join(' '), /out of date/);
    for (const answer of [other, unnamed]) {
      assert.equal(answer.status, 501);
      assert.match(JSON.stringify(answer.body), /cannot read/);
    }
  });

  it('D7 a form without its id is out of date, and does nothing', async () => {
    const teams = await open();

    const shown = await Promise.all([
      teams.tap('incident.report', typed),
      teams.tap('incident.report', { ...typed, id: 7 }),
      teams.tap('incident.addFacts', { ref, text: 'Long enough to be a fact.', id: 'x' }),
    ]);

    for (const card of shown) assert.match(textsOf(card).join(' '), /out of date/);
  });

  it('D10 answers within its patience that it is still saving, and shows the result by an edit', async () => {
    const held = Promise.withResolvers<void>();
    const slow: Desk = {
      ...house.desk,
      perform: async (...call) => {
        await held.promise;
        return house.desk.perform(...call);
      },
    };
    const teams = await open({ desk: slow, patience: 20 });
    const id = newId();

    const waiting = await teams.tap('incident.report', { ...typed, id });
    held.resolve();
    const edit = await teams.connector.nextEdit();
    const again = await teams.tap('incident.report', { ...typed, id });

    assert.match(textsOf(waiting).join(' '), /Still saving/);
    assert.equal(edit.message, 'message-1');
    assert.match(textsOf(shownIn(edit.activity)).join(' '), /Report received.*INC-2027-/);
    assert.deepEqual(again, shownIn(edit.activity));
    await teams.connector.nextEdit();
  });

  it('D10 a late failure is logged by ids, and leaves the card as it is', async () => {
    const failing = Promise.withResolvers<never>();
    const teams = await open({ desk: { ...house.desk, perform: async () => failing.promise }, patience: 20 });

    const waiting = await teams.tap('incident.report', { ...typed, id: newId() });
    failing.reject(new StoreBusy(503));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });

    assert.match(textsOf(waiting).join(' '), /Still saving/);
    assert.deepEqual(teams.logged, [
      { event: 'tap', activity: 'in-1', error: 'StoreBusy', message: 'A tapped button failed.' },
    ]);
  });

  it('a store that fails is answered in one plain sentence, the form staying as it was', async () => {
    const broken: Desk = {
      ...house.desk,
      perform: async () => {
        throw new Error(`the row of ${typed.personName} is broken`);
      },
    };
    const teams = await open({ desk: broken });

    const answer = await teams.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb: 'incident.report', data: { ...typed, id: newId() } },
      },
    });
    const old = await teams.post({ value: { verb: 'incident.report', ...typed, id: newId() } });

    assert.equal(bodyOf(answer).type, 'application/vnd.microsoft.activity.message');
    assert.equal(bodyOf(answer).value, 'Something went wrong on our side. Try again in a moment.');
    assert.equal(old.status, 200);
    assert.equal(teams.connector.sent.at(-1)?.activity['text'], bodyOf(answer).value);
    assert.equal(teams.logged.length, 2);
    assert.doesNotMatch(JSON.stringify(teams.logged), /Tindall|broken|\.ts:/);
  });

  it('a busy store brings the form back filled in, to be sent again under the same id', async () => {
    const refusal = { code: 'busy', message: 'The store is busy just now.' } as const;
    const busy: Desk = { ...house.desk, perform: async () => ({ done: false, refusal }) };
    const teams = await open({ desk: busy });
    const id = newId();

    const again = await teams.tap('incident.report', { ...typed, id });

    assert.match(textsOf(again).join(' '), /The store is busy just now/);
    assert.match(JSON.stringify(again), new RegExp(`"id":"${id}"`));
    assert.match(JSON.stringify(again), /Leaned over the desk/);
  });

  it('D7 a form made for one person does not act for another, nor show what the first was told', async () => {
    const first = await open();
    const second = await open({ person: people.colleague });
    const id = newId();
    await first.tap('incident.report', { ...typed, id });

    const shown = await second.tap('incident.report', { ...typed, id });

    assert.match(textsOf(shown).join(' '), /made for someone else/);
    assert.doesNotMatch(JSON.stringify(shown), /INC-/);
    await first.connector.nextEdit();
  });

  it('§1.2 a role that may not report gets the sentence in place of the form', async () => {
    const teams = await open({ person: people.coordinator });

    const shown = await teams.tap('incident.report', { ...typed, id: newId() });

    assert.deepEqual(textsOf(shown), ['This is not available to your role.']);
  });
});
