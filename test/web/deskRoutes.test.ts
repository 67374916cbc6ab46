import assert from 'node:assert/strict';
import { refusal } from '../../bot/contract/refusal.ts';
import { aReport, newId } from '../support/house.ts';
import { people, post, startServer, type Running } from './running.ts';

describe('the API for commands and questions', () => {
  let app: Running;
  before(async () => {
    app = await startServer();
  });
  after(() => app.stop());

  const report = async (person: string = people.rosa) => {
    const answer = await post(
      app,
      '/api/commands/incident.report',
      { id: newId(), input: aReport() },
      { person },
    );
    const { outcome } = (await answer.json()) as { outcome: { ref: string; version: number } };
    return outcome;
  };

  const take = (input: { ref: string; version?: number }, person: string) =>
    post(app, '/api/commands/incident.takeIntoReview', { id: newId(), input }, { person });

  it('D4 carries out a command at the desk and answers with its outcome', async () => {
    const answer = await post(
      app,
      '/api/commands/incident.report',
      { id: newId(), input: aReport(), under: { role: 'PRS', organisation: 'Z99001' } },
      { person: people.rosa },
    );

    const body = (await answer.json()) as { outcome: { ref: string; state: string }; repeated: boolean };
    assert.equal(answer.status, 200);
    assert.match(body.outcome.ref, /^INC-\d{4}-\d{7}$/);
    assert.equal(body.outcome.state, 'REPORTED');
    assert.equal(body.repeated, false);
  });

  it('D7 a command sent again with its id does nothing twice and says so', async () => {
    const howMany = async () => {
      const mine = await post(app, '/api/questions/incident.mine', { input: {} }, { person: people.tom });
      return ((await mine.json()) as { rows: unknown[] }).rows.length;
    };
    const command = { id: newId(), input: aReport() };
    const before = await howMany();
    const first = await post(app, '/api/commands/incident.report', command, { person: people.tom });

    const again = await post(app, '/api/commands/incident.report', command, { person: people.tom });

    const { outcome } = (await first.json()) as { outcome: object };
    assert.deepEqual(await again.json(), { outcome, repeated: true });
    assert.equal(await howMany(), before + 1);
  });

  it('D20 a question is answered with an ETag, and with 304 while nothing changed', async () => {
    const { ref } = await report();
    const ask = (etag?: string) =>
      post(
        app,
        '/api/questions/incident.status',
        { input: { ref } },
        { person: people.rosa, ...(etag ? { headers: { 'if-none-match': etag } } : {}) },
      );

    const first = await ask();
    const etag = first.headers.get('etag') ?? '';
    const second = await ask(`W/"other", ${etag}`);
    await take({ ref }, people.priya);
    const third = await ask(etag);

    assert.equal(first.status, 200);
    assert.match(etag, /^"[\w-]{43}"$/);
    assert.equal(second.status, 304);
    assert.equal(await second.text(), '');
    assert.equal(second.headers.get('etag'), etag);
    assert.equal(third.status, 200);
    assert.notEqual(third.headers.get('etag'), etag);
  });

  it('D12 keeps what is for the gate outward out of the answer', async () => {
    const { ref } = await report();

    const answer = await post(
      app,
      '/api/questions/incident.page',
      { input: { ref } },
      { person: people.rosa },
    );

    const body = (await answer.json()) as object;
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(body).includes('identifiers'), false);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('answers a wrong field with 400, the field and a sentence', async () => {
    const input = { ...aReport(), narrative: 'short', incidentTime: '25:00' };

    const answer = await post(
      app,
      '/api/commands/incident.report',
      { id: newId(), input },
      { person: people.rosa },
    );

    const body = refusal.parse(await answer.json());
    assert.equal(answer.status, 400);
    assert.equal(body.code, 'invalid');
    assert.deepEqual(body.fields?.map(({ field }) => field).toSorted(), ['incidentTime', 'narrative']);
    assert.equal(body.field, body.fields?.[0]?.field);
  });

  it('W-08 answers a warning with 422 and its rule, and goes ahead with a reason', async () => {
    const input = { ...aReport(), narrative: 'Shouted that his number is 999 000 0018, twice.' };
    const send = (more: object) =>
      post(
        app,
        '/api/commands/incident.report',
        { id: newId(), input: { ...input, ...more } },
        { person: people.rosa },
      );

    const warned = await send({});
    const reasoned = await send({ reasons: { 'W-08': 'The police asked for it to stay.' } });

    const body = refusal.parse(await warned.json());
    assert.equal(warned.status, 422);
    assert.equal(body.code, 'warning');
    assert.equal(body.rule, 'W-08');
    assert.equal(reasoned.status, 200);
  });

  it('D7 an id that somebody else has used is one’s own, for a command of one’s own', async () => {
    const command = { id: newId(), input: aReport() };
    const first = await post(app, '/api/commands/incident.report', command, { person: people.rosa });

    const answer = await post(app, '/api/commands/incident.report', command, { person: people.tom });

    const [theirs, own] = [await first.json(), await answer.json()] as { outcome: { ref: string } }[];
    assert.equal(answer.status, 200);
    assert.notEqual(own?.outcome.ref, theirs?.outcome.ref);
  });

  it('answers the same 403 for a record of another practice and for none at all', async () => {
    const { ref } = await report();

    const other = await take({ ref }, people.grace);
    const none = await take({ ref: 'INC-2027-0000000' }, people.grace);

    assert.equal(other.status, 403);
    assert.equal(none.status, 403);
    assert.equal(await other.text(), await none.text());
  });

  it('answers 409 when the record has moved on', async () => {
    const { ref, version } = await report();
    await take({ ref, version }, people.priya);

    const late = await take({ ref, version }, people.priya);

    assert.equal(late.status, 409);
    assert.equal(refusal.parse(await late.json()).code, 'stale');
  });

  for (const path of [
    '/api/commands/incident.burn',
    '/api/commands/constructor',
    '/api/questions/whoami',
    '/api/questions/__proto__',
    '/api/nothing',
  ]) {
    it(`answers 404 for ${path}`, async () => {
      const body = path.includes('commands') ? { id: newId(), input: {} } : { input: {} };

      const answer = await post(app, path, body, { person: people.sam });

      assert.equal(answer.status, 404);
      assert.equal(refusal.parse(await answer.json()).code, 'unknown');
    });
  }

  it('offers no command that only the bot itself may give', async () => {
    const input = { reference: { serviceUrl: 'https://elsewhere.example' }, welcomed: true };

    const answer = await post(
      app,
      '/api/commands/self.rememberConversation',
      { id: newId(), input },
      { person: people.rosa },
    );

    assert.equal(answer.status, 404);
  });

  it('§8 the number of the request that the log has, never the client’s, is in the history', async () => {
    const sent = { person: people.rosa, headers: { 'x-request-id': 'of-the-client' } };
    const command = { id: newId(), input: aReport() };
    const answer = await post(app, '/api/commands/incident.report', command, sent);
    const { outcome } = (await answer.json()) as { outcome: { ref: string } };

    const [entry] = await app.entriesOf(outcome.ref);

    assert.equal(entry?.door, 'tab');
    assert.equal(entry?.request, answer.headers.get('x-request-id'));
    assert.notEqual(entry?.request, 'of-the-client');
  });

  it('asks for an id it can keep', async () => {
    const answer = await post(
      app,
      '/api/commands/inbox.markRead',
      { id: 'a b', input: {} },
      { person: people.rosa },
    );

    const body = refusal.parse(await answer.json());
    assert.equal(answer.status, 400);
    assert.equal(body.field, 'id');
  });
});
