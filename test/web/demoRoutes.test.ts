import assert from 'node:assert/strict';
import { refusal } from '../../bot/contract/refusal.ts';
import { demoPeople } from '../../bot/demo/area.ts';
import { demoApi } from '../../bot/web/demoApi.ts';
import { demoRoutes } from '../../bot/web/demoRoutes.ts';
import { people, post, startServer, type Running } from './running.ts';

describe('the demo’s part of the API', () => {
  let app: Running;
  beforeEach(async () => {
    app = await startServer();
  });
  afterEach(() => app.stop());

  const setTo = (iso: string) => {
    const wanted = Temporal.ZonedDateTime.from(`${iso}[Europe/London]`).toInstant();
    app.clock.setOffset(app.clock.offset() + wanted.epochMilliseconds - app.clock.now().epochMilliseconds);
  };
  const move = (to: unknown) => post(app, '/api/demo/clock', { to });

  it('D14 tells the time, who there is with their roles, what to try, and where the chat is', async () => {
    setTo('2027-01-28T09:30');

    const answer = await fetch(`${app.url}/api/demo`);

    const body = demoApi.overview.answer.parse(await answer.json());
    assert.equal(answer.status, 200);
    assert.deepEqual(body.now, { label: 'Thursday 28 January 2027 at 9:30am', iso: '2027-01-28T09:30' });
    assert.match(body.chat, /npm run chat/);
    assert.equal(body.people.length, demoPeople.length);
    const rosa = body.people.find(({ id }) => id === people.rosa);
    assert.equal(rosa?.name, 'Rosa Bell');
    assert.deepEqual(rosa?.roles, [
      { role: 'PRS', label: 'Practice staff', organisationName: 'Millbrook Surgery' },
    ]);
    assert.match(rosa?.tryThis ?? '', /Report an incident/);
  });

  it('D14 signs in as somebody of the area', async () => {
    const answer = await post(app, '/api/demo/sign-in', { person: people.priya });

    const { token } = demoApi.signIn.answer.parse(await answer.json());
    const me = await post(app, '/api/questions/me', { input: {} }, { token });
    assert.equal(((await me.json()) as { name: string }).name, 'Priya Shah');
  });

  it('signs nobody in who is not there', async () => {
    const answer = await post(app, '/api/demo/sign-in', { person: 'person-999' });

    const body = refusal.parse(await answer.json());
    assert.equal(answer.status, 400);
    assert.equal(body.field, 'person');
  });

  it('D14 moves to 9am tomorrow, over a night when the clocks change', async () => {
    setTo('2027-03-27T17:25');

    const answer = await move('next-day');

    assert.deepEqual(await answer.json(), { label: 'Sunday 28 March 2027 at 9am', iso: '2027-03-28T09:00' });
    const overview = demoApi.overview.answer.parse(await (await fetch(`${app.url}/api/demo`)).json());
    assert.equal(overview.now.iso, '2027-03-28T09:00');
  });

  it('D14 moves to 9am on the next working day, past a weekend and a bank holiday', async () => {
    setTo('2026-12-24T16:00');

    const answer = await move('next-working-day');

    assert.equal(((await answer.json()) as { iso: string }).iso, '2026-12-29T09:00');
  });

  it('D14 moves to a time in London, and keeps it over a restart', async () => {
    setTo('2027-01-28T09:30');

    const answer = await move('2027-07-01T14:05');

    assert.equal(((await answer.json()) as { iso: string }).iso, '2027-07-01T14:05');
    assert.equal(await app.desk.demo?.clockOffset(), app.clock.offset());
  });

  it('a clock six months on signs nobody out', async () => {
    const signedIn = await post(app, '/api/demo/sign-in', { person: people.rosa });
    const { token } = demoApi.signIn.answer.parse(await signedIn.json());
    const later = app.clock.now().toZonedDateTimeISO('Europe/London').add({ months: 6 });

    await move(later.toPlainDateTime().toString({ smallestUnit: 'minute' }));
    const me = await post(app, '/api/questions/me', { input: {} }, { token });

    assert.equal(me.status, 200);
  });

  for (const [what, to, status] of [
    ['a time that is past', '2020-01-01T09:00', 422],
    ['a time too far ahead', '2099-01-01T09:00', 422],
    ['a day that is not in the calendar', '2027-02-30T09:00', 400],
    ['a time that is none', '2027-02-20T25:00', 400],
    ['words', 'soon', 400],
    ['a number', 7, 400],
  ] as const) {
    it(`stays where it is for ${what}, and says why`, async () => {
      const before = app.clock.offset();

      const answer = await move(to);

      const body = refusal.parse(await answer.json());
      assert.equal(answer.status, status);
      assert.equal(body.field, 'to');
      assert.match(body.message, /2027-01-28T09:00|later time|20 years/);
      assert.equal(app.clock.offset(), before);
    });
  }

  it('does not start half: the desk must be in demo mode too', () => {
    const production = { ...app.desk, demo: undefined };
    const demo = { clock: app.clock, tokenFor: app.tokenFor, chat: '' };

    assert.throws(() => demoRoutes(production, demo, { bytes: 1, milliseconds: 1 }), /demo mode/);
  });
});

describe('production', () => {
  it('D14 has no demo routes, not even in its description', async () => {
    const app = await startServer({ demo: undefined });
    const answers = await Promise.all([
      fetch(`${app.url}/api/demo`),
      post(app, '/api/demo/sign-in', { person: people.rosa }),
      post(app, '/api/demo/clock', { to: 'next-day' }),
    ]);
    const description = await (await fetch(`${app.url}/api/openapi.json`)).text();
    await app.stop();

    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404],
    );
    assert.doesNotMatch(description, /"\/api\/demo/);
  });
});
