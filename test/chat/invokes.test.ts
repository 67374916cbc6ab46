import assert from 'node:assert/strict';
import type { Desk } from '../../bot/desk/desk.ts';
import { StoreBusy } from '../../bot/desk/ports.ts';
import { aReport, fileReport, newId, openHouse, people, type House } from '../support/house.ts';
import { buttonOf, buttonsOf, inputsOf, textsOf, type Node } from './support/cards.ts';
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

  /** A desk whose commands end only when they are told how; meanwhile, `down`, it answers no question either. */
  function heldDesk() {
    const ending = Promise.withResolvers<Awaited<ReturnType<Desk['perform']>>>();
    const store = { down: false };
    const desk: Desk = {
      ...house.desk,
      perform: async () => ending.promise,
      ask: async (...question) => {
        if (store.down) throw new StoreBusy(503);
        return house.desk.ask(...question);
      },
    };
    return { desk, ending, store };
  }
  const busy = { code: 'busy', message: 'The store is busy just now.' } as const;

  for (const failure of ['throws', 'throws and answers nothing else', 'is busy'] as const) {
    it(`D9 D10 when the store ${failure} late, the form comes back filled in, under the same id`, async () => {
      const { desk, ending, store } = heldDesk();
      const teams = await open({ desk, patience: 20 });
      const id = newId();

      const waiting = await teams.tap('incident.report', { ...typed, id });
      store.down = failure === 'throws and answers nothing else';
      if (failure === 'is busy') ending.resolve({ done: false, refusal: busy });
      else ending.reject(new StoreBusy(503));
      const { message, activity } = await teams.connector.nextEdit();

      assert.match(textsOf(waiting).join(' '), /Still saving/);
      assert.equal(message, 'message-1');
      const form = shownIn(activity);
      assert.match(textsOf(form).join(' '), failure === 'is busy' ? /busy just now/ : /Something went wrong/);
      assert.equal(inputsOf(form)['narrative'], typed.narrative);
      assert.equal(inputsOf(form)['site'], typed.site);
      assert.equal((buttonOf(form, 'Send report')['data'] as Node)['id'], id);
      const event = { event: 'tap', activity: 'in-1', error: 'StoreBusy' };
      const logged = [{ ...event, message: 'A tapped button failed.' }];
      assert.deepEqual(teams.logged, failure === 'is busy' ? [] : logged);
    });
  }

  it('D9 a late failure brings back the form for facts and for feedback too', async () => {
    const { desk, ending } = heldDesk();
    const teams = await open({ desk, patience: 20 });
    const forms = [
      ['incident.addFacts', 'Send facts', { text: 'He came back at noon and apologised.' }],
      ['incident.close', 'Send feedback and close', { feedback: 'I rang him about it.', outcome: 'TALKED' }],
    ] as const;
    const ids = forms.map(() => newId());

    for (const [index, [verb, , said]] of forms.entries()) {
      await teams.tap(verb, { ref, id: ids[index], version: 1, ...said }, `message-${verb}`);
    }
    ending.reject(new StoreBusy(503));
    const edits = [await teams.connector.nextEdit(), await teams.connector.nextEdit()];

    for (const [index, [verb, button, said]] of forms.entries()) {
      const form = shownIn(edits.find(({ message }) => message === `message-${verb}`)?.activity ?? {});
      assert.match(textsOf(form).join(' '), /Something went wrong/);
      assert.deepEqual({ ...inputsOf(form), ...said }, inputsOf(form));
      assert.equal((buttonOf(form, button)['data'] as Node)['id'], ids[index]);
    }
  });

  it('D10 a step without a form that fails late shows where the report stands, and offers the step again', async () => {
    const { desk, ending } = heldDesk();
    const teams = await open({ desk, person: people.manager, patience: 20 });

    await teams.tap('incident.takeIntoReview', { ref, version: 1 });
    ending.reject(new StoreBusy(503));
    const { activity } = await teams.connector.nextEdit();

    assert.match(textsOf(shownIn(activity)).join(' '), /^Something went wrong on our side/);
    assert.ok(buttonsOf(shownIn(activity)).includes('Take into review'));
  });

  it('D10 a step that fails late while nothing can be read says so, and leads back to the report', async () => {
    const { desk, ending, store } = heldDesk();
    const teams = await open({ desk, person: people.manager, patience: 20 });

    await teams.tap('incident.takeIntoReview', { ref, version: 1 });
    store.down = true;
    ending.reject(new StoreBusy(503));
    const { activity } = await teams.connector.nextEdit();

    assert.deepEqual(textsOf(shownIn(activity)), [
      'Something went wrong on our side. Try again in a moment.',
    ]);
    assert.deepEqual(buttonsOf(shownIn(activity)), [ref, 'Help']);
  });

  it('D9 more than a card can bring back stays where it was typed, whatever comes of it late', async () => {
    const { desk, ending } = heldDesk();
    const teams = await open({ desk, patience: 20 });
    const posted = Promise.withResolvers<unknown>();
    const sent = teams.connector.sent;

    const waiting = await teams.tap('incident.report', {
      ...typed,
      narrative: 'x'.repeat(16_000),
      id: newId(),
    });
    ending.resolve({ done: false, refusal: busy });
    const look = setInterval(() => sent.length > 0 && posted.resolve(sent), 5);
    await posted.promise;
    clearInterval(look);

    assert.match(String(waiting), /^Still saving/);
    assert.deepEqual(
      sent.map(({ method }) => method),
      ['POST'],
    );
    assert.match(textsOf(shownIn(sent[0]?.activity ?? {})).join(' '), /Nothing was sent.*The store is busy/);
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
    const desk: Desk = { ...house.desk, perform: async () => ({ done: false, refusal: busy }) };
    const teams = await open({ desk });
    const id = newId();

    const again = await teams.tap('incident.report', { ...typed, id });

    assert.match(textsOf(again).join(' '), /The store is busy just now/);
    assert.match(JSON.stringify(again), new RegExp(`"id":"${id}"`));
    assert.match(JSON.stringify(again), /Leaned over the desk/);
  });

  it('D7 a form sent by one person acts for another as themselves, and shows nothing the first was told', async () => {
    const first = await open();
    const second = await open({ person: people.colleague });
    const id = newId();
    const told = await first.tap('incident.report', { ...typed, id });

    const shown = await second.tap('incident.report', { ...typed, id });

    const [own, others] = [shown, told].map((card) => /INC-[\d-]+/.exec(JSON.stringify(card))?.[0] ?? '');
    assert.notEqual(own, others);
    const asked = await house.desk.ask(people.colleague, { name: 'incident.status', input: { ref: own } });
    assert(asked.answered && asked.answer.mine);
    await first.connector.nextEdit();
    await second.connector.nextEdit();
  });

  it('§1.2 a role that may not report gets the sentence, and what was typed stays where it is', async () => {
    const teams = await open({ person: people.coordinator });

    const shown = await teams.tap('incident.report', { ...typed, id: newId() });

    assert.equal(shown, 'This is not available to your role.');
  });
});
