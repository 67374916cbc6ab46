import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ZodObject } from 'zod';
import {
  apiCommands,
  commands,
  under as commandsUnder,
  type ApiCommandName,
} from '../../bot/contract/commands.ts';
import { files, type FileName } from '../../bot/contract/files.ts';
import { questions, type QuestionName } from '../../bot/contract/questions.ts';
import { refusal } from '../../bot/contract/refusal.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { londonDate } from '../../bot/domain/time/london.ts';
import { anything, fitting, spoilt } from './nearlyValid.ts';
import { aReport, newId } from '../support/house.ts';
import { lifeOfReferrals } from '../support/referrals.ts';
import { goodReferralCommands, goodReferralQuestions, type Good } from './goodReferrals.ts';
import { goodRecordCommands, goodRecordFiles, goodRecordQuestions } from './goodRecords.ts';
import { goodPlacementCommands, goodPlacementQuestions } from './goodPlacements.ts';
import { panelGood, panelQuestionsGood } from './panelGood.ts';
import { goodPeopleCommands, goodPeopleQuestions } from './goodPeople.ts';
import { people, post, startServer, type Running } from './running.ts';

const area = 'brookshire';
/** How often each command and question is tried. */
const numRuns = 100;

/** The input with the fresh example's value in every field that still has the first example's. */
function withFresh(input: unknown, first: Record<string, unknown>, fresh: Record<string, unknown>): unknown {
  if (!input || typeof input !== 'object' || Array.isArray(input)) return input;
  const kept = Object.entries(input).map(([key, value]): [string, unknown] => [
    key,
    value === first[key] ? fresh[key] : value,
  ]);
  return Object.fromEntries(kept);
}

/** What the desk said to whatever got past sign-in and the envelope. */
type Tally = Record<string, { done: number; refused: number }>;

function counting(tally: Tally): (desk: Desk) => Desk {
  const count = (name: string, done: boolean) => {
    const said = (tally[name] ??= { done: 0, refused: 0 });
    said[done ? 'done' : 'refused'] += 1;
  };
  return (desk) => ({
    ...desk,
    perform: async (caller, command) => {
      const performed = await desk.perform(caller, command);
      count(command.name, performed.done);
      return performed;
    },
    askAnything: async (caller, question) => {
      const asked = await desk.askAnything(caller, question);
      count(question.name, asked.answered);
      return asked;
    },
    file: async (caller, request) => {
      const fetched = await desk.file(caller, request);
      count(request.name, fetched.made);
      return fetched;
    },
  });
}

/** Every answer is a done thing, or a sentence somebody can act on. Nothing of our insides. */
async function check(answer: Response, sent: unknown): Promise<void> {
  const text = await answer.text();
  const context = `${answer.status} ${text.slice(0, 300)} to ${JSON.stringify(sent).slice(0, 600)}`;
  assert.ok(answer.status < 500 || answer.status === 503, context);
  if (answer.status === 200) {
    if (answer.headers.get('content-disposition') === null) JSON.parse(text);
    return;
  }
  const { message, fields = [] } = refusal.parse(JSON.parse(text));
  for (const sentence of [message, ...fields.map((field) => field.message)]) {
    assert.match(sentence, /^[A-Z“"].*[.?!]$/s, context);
    assert.doesNotMatch(sentence, /undefined|\[object|NaN|Error|Zod|expected|regex|\bat .*:\d+/, context);
  }
}

const envelopeFor = (path: string) => (path.includes('/commands/') ? { id: newId() } : {});

describe('a fuzz of every command, question and file, signed in', () => {
  const tally: Tally = {};
  let app: Running;
  let life: ReturnType<typeof lifeOfReferrals>;
  let notice: string;
  let tokens: string[];
  before(async () => {
    app = await startServer({}, counting(tally));
    life = lifeOfReferrals(app);
    const everyone = [
      people.rosa,
      people.priya,
      people.grace,
      people.sam,
      people.owen,
      people.kezia,
      people.margaret,
      people.nadia,
    ];
    tokens = await Promise.all(everyone.map(app.tokenFor));
    await newIncident();
    notice = await noticeOfPriya();
  });
  after(() => app.stop());

  const newIncident = async () => {
    const command = { id: newId(), name: 'incident.report', input: aReport() };
    const performed = await app.desk.perform({ person: people.rosa }, command);
    assert.ok(performed.done);
    return performed.outcome.ref ?? '';
  };

  const noticeOfPriya = async () => {
    const due = await app.desk.backroom.outboxDue(`area:${area}`);
    const notices = due.filter(({ row }) => row.topic === 'notice');
    for (const { row } of notices) await app.desk.backroom.fileNotice(row);
    const asked = await app.desk.ask({ person: people.priya }, { name: 'inbox.list', input: {} });
    assert.ok(asked.answered);
    return asked.answer.rows[0]?.id ?? '';
  };

  /** Records are made afresh, so that a step can be taken. */
  const lateToday = () => `${londonDate(app.clock.now()).toString()}T23:59`;
  const goodCommands: Record<ApiCommandName, Good> = {
    'incident.report': async () => ({ person: people.rosa, input: aReport() }),
    'incident.addFacts': async () => ({
      person: people.rosa,
      input: { ref: await newIncident(), text: 'He came back an hour later.' },
    }),
    'incident.link': async () => ({
      person: people.priya,
      input: { ref: await newIncident(), other: await newIncident() },
    }),
    'incident.takeIntoReview': async () => ({ person: people.priya, input: { ref: await newIncident() } }),
    'incident.close': async () => {
      const ref = await newIncident();
      const taken = { id: newId(), name: 'incident.takeIntoReview', input: { ref } };
      await app.desk.perform({ person: people.priya }, taken);
      return {
        person: people.priya,
        input: { ref, outcome: 'TALKED', feedback: 'We talked with him. Thank you for telling us.' },
      };
    },
    ...goodReferralCommands(() => ({ ...app, life })),
    ...goodPlacementCommands,
    ...panelGood(() => app.desk, lateToday),
    ...goodRecordCommands(() => app.desk),
    'inbox.markRead': async () => ({ person: people.priya, input: { id: notice } }),
    ...goodPeopleCommands(() => app),
  };

  const goodQuestions: Record<QuestionName, Good> = {
    me: async () => ({ person: people.sam, input: {} }),
    'incident.form': async () => ({ person: people.rosa, input: {} }),
    'incident.status': async () => ({ person: people.rosa, input: { ref: await newIncident() } }),
    'incident.page': async () => ({ person: people.priya, input: { ref: await newIncident() } }),
    'incident.mine': async () => ({ person: people.rosa, input: { size: 2 } }),
    'incident.list': async () => ({ person: people.priya, input: { state: 'REPORTED' } }),
    ...goodReferralQuestions(() => ({ ...app, life })),
    ...goodPlacementQuestions(() => app.desk),
    ...panelQuestionsGood(() => app.desk, lateToday),
    ...goodPeopleQuestions(() => app),
    ...goodRecordQuestions(() => app.desk),
    'inbox.list': async () => ({ person: people.priya, input: { unreadOnly: true } }),
    'deadline.list': async () => ({ person: people.priya, input: {} }),
    'audit.search': async () => ({
      person: people.nadia,
      input: { ref: await newIncident(), person: 'Rosa Bell', kind: 'act', size: 5 },
    }),
  };

  const goodFiles: Record<FileName, Good> = {
    ...goodRecordFiles(() => app.desk),
    'audit.export': async () => ({ person: people.nadia, input: { ref: await newIncident() } }),
  };

  const fuzz = async (path: string, good: Good, schema: ZodObject) => {
    const first = await good();
    const answer = await post(
      app,
      path,
      { ...envelopeFor(path), input: first.input },
      { person: first.person },
    );
    await check(answer, first.input);
    assert.equal(answer.status, 200, `${path} in order`);
    const input = fc.oneof(
      { weight: 2, arbitrary: fc.constant(first.input) },
      { weight: 5, arbitrary: spoilt(first.input, schema) },
      { weight: 1, arbitrary: fitting(schema) },
      { weight: 1, arbitrary: anything },
    );
    const under = fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fitting(commandsUnder) },
      { weight: 1, arbitrary: anything },
    );
    // One of everybody's tokens, more often the one of whoever may do it.
    const who = fc.nat({ max: tokens.length * 3 });
    await fc.assert(
      fc.asyncProperty(input, under, who, async (input, under, who) => {
        const fresh = await good();
        // A field left as it was takes the fresh record, so that a state is not used up by the first try.
        const sent = withFresh(input, first.input, fresh.input);
        const body = { ...envelopeFor(path), input: sent, ...(under === undefined ? {} : { under }) };
        const token = tokens[who];
        await check(await post(app, path, body, token ? { token } : { person: first.person }), body);
      }),
      { numRuns },
    );
  };

  for (const name of apiCommands) {
    it(`${name} answers every near-valid input in plain words`, async () => {
      await fuzz(`/api/commands/${name}`, goodCommands[name], commands[name].input);

      const said = tally[name];
      assert.ok(said && said.done > 1 && said.refused > 1, JSON.stringify(said));
    });
  }

  for (const name of Object.keys(questions) as QuestionName[]) {
    it(`${name} answers every near-valid input in plain words`, async () => {
      await fuzz(`/api/questions/${name}`, goodQuestions[name], questions[name].input);

      const said = tally[name];
      assert.ok(said && said.done > 1 && said.refused > 1, JSON.stringify(said));
    });
  }

  for (const name of Object.keys(files) as FileName[]) {
    it(`${name} answers every near-valid input in plain words`, async () => {
      await fuzz(`/api/files/${name}`, goodFiles[name], files[name].input);

      const said = tally[name];
      assert.ok(said && said.done > 1 && said.refused > 1, JSON.stringify(said));
    });
  }

  it('answers any envelope in plain words', async () => {
    const envelope = fc.oneof(
      anything,
      fc.record(
        { id: fc.oneof(fc.string(), anything), input: anything, under: anything, name: anything },
        { requiredKeys: [] },
      ),
    );
    const path = fc.constantFrom(
      '/api/commands/incident.report',
      '/api/questions/me',
      '/api/files/audit.export',
      '/api/demo/sign-in',
      '/api/demo/clock',
    );

    await fc.assert(
      fc.asyncProperty(path, envelope, async (path, body) => {
        await check(await post(app, path, body, { person: people.rosa }), body);
      }),
      { numRuns: numRuns * 2 },
    );
  });

  it('let most of it through to the desk, crashed nothing and logged no failure', async () => {
    const reached = Object.values(tally).reduce((sum, { done, refused }) => sum + done + refused, 0);
    const health = await fetch(`${app.url}/health`);

    assert.ok(reached > (numRuns * Object.keys(tally).length) / 2, `${reached} requests reached the desk`);
    assert.deepEqual(
      app.log.filter((line) => line['msg'] === 'A request failed.'),
      [],
    );
    assert.equal(health.status, 200);
  });
});
