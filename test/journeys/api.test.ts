/** A whole case lived through the API alone, as any client could: demo sign-in and demo clock are in the same API. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { commands, CommandName } from '../../bot/contract/commands.ts';
import { questions, type Answer, type QuestionName } from '../../bot/contract/questions.ts';
import { aReport } from '../support/house.ts';
import { startAppProcess, type RunningApp } from './support/runningApp.ts';

interface Client {
  perform<N extends CommandName>(
    id: string,
    name: N,
    input: z.input<(typeof commands)[N]['input']> | object,
  ): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  ask<N extends QuestionName>(name: N, input: object): Promise<Answer<N>>;
}

describe('a case lived through the API alone', () => {
  let app: RunningApp;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'api-'));
    app = await startAppProcess(folder);
    await post('/api/demo/clock', { to: '2030-01-14T10:00' });
  });
  after(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async (path: string, body: object, token?: string) => {
    const response = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  async function signIn(name: string): Promise<Client> {
    const demo = (await (await fetch(`${app.url}/api/demo`)).json()) as {
      people: { id: string; name: string }[];
    };
    const person = demo.people.find((one) => one.name === name)?.id;
    const { body } = await post('/api/demo/sign-in', { person });
    const token = String(body['token']);
    return {
      perform: (id, command, input) => post(`/api/commands/${command}`, { id, input }, token),
      ask: async (question, input) => {
        const answer = await post(`/api/questions/${question}`, { input }, token);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        return questions[question].answer.parse(answer.body) as Answer<typeof question>;
      },
    };
  }
  const outcomeOf = (answer: { body: Record<string, unknown> }) =>
    answer.body['outcome'] as { ref: string; message: string };

  it('from the report to the feedback, over days', async () => {
    const rosa = await signIn('Rosa Bell');
    const priya = await signIn('Priya Shah');

    const form = await rosa.ask('incident.form', {});
    const input = {
      ...aReport(),
      incidentDate: form.date,
      incidentTime: '09:30',
      site: form.site,
      openedAt: form.openedAt,
    };
    const sent = await rosa.perform(form.commandId, 'incident.report', input);
    const again = await rosa.perform(form.commandId, 'incident.report', input);
    const { ref, message } = outcomeOf(sent);
    assert.equal(outcomeOf(again).ref, ref);
    assert.match(message, /by Tuesday 15 January 2030/);

    const notice = await arrived(async () => (await priya.ask('inbox.list', { unreadOnly: true })).rows, ref);
    assert.equal(notice.text, `A new report waits for you: ${ref}.`);
    await priya.perform('read-the-notice', 'inbox.markRead', { id: notice.id });

    await post('/api/demo/clock', { to: 'next-working-day' });
    await post('/api/demo/clock', { to: 'next-working-day' });
    const late = await rosa.ask('incident.status', { ref });
    assert.match(late.next, /^This is late: it was due by Tuesday 15 January 2030/);

    await priya.perform('take-it-now', 'incident.takeIntoReview', { ref });
    const closed = await priya.perform('close-it-now', 'incident.close', {
      ref,
      outcome: 'AGREEMENT',
      feedback: 'He has signed an agreement about how he speaks to us.',
    });
    assert.equal(closed.status, 200);

    const status = await rosa.ask('incident.status', { ref });
    const page = await rosa.ask('incident.page', { ref });
    assert.equal(status.feedback?.text, 'He has signed an agreement about how he speaks to us.');
    assert.deepEqual(
      page.deadlines.map(({ rule, state }) => [rule, state]),
      [
        ['DL-01', 'MET_LATE'],
        ['DL-28', 'MET'],
      ],
    );
    await arrived(async () => (await rosa.ask('inbox.list', {})).rows, ref);
  });

  it('a refusal is one plain sentence with its code and field', async () => {
    const rosa = await signIn('Rosa Bell');

    const { status, body } = await rosa.perform('a-wrong-report', 'incident.report', {
      ...aReport(),
      narrative: 'No.',
    });

    assert.equal(status, 400);
    assert.equal(body['code'], 'invalid');
    assert.equal(body['field'], 'narrative');
    assert.match(String(body['message']), /^Say a little more .+\.$/);
  });
});

/** Notices are filed after the answer; asked again until it is there, as a client polls. */
async function arrived<R extends { readonly ref: string }>(
  rows: () => Promise<readonly R[]>,
  ref: string,
): Promise<R> {
  for (;;) {
    const row = (await rows()).find((candidate) => candidate.ref === ref);
    if (row) return row;
  }
}
