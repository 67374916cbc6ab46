/** A receptionist and a manager of one practice, at every route with what belongs to the practice next door. */
import assert from 'node:assert/strict';
import { apiCommands } from '../../bot/contract/commands.ts';
import { questions, type QuestionName } from '../../bot/contract/questions.ts';
import { aReport, newId, people as cast } from '../support/house.ts';
import { list, plan, type AtItem } from '../support/panel.ts';
import { placed } from '../support/placements.ts';
import { openRequest } from '../support/records.ts';
import { fileReferral, must } from '../support/referrals.ts';
import { people, post, startServer, type Running } from '../web/running.ts';
import { walkedCommands, walkedQuestions } from './support/whoMay.ts';

const notThere = JSON.stringify({ code: 'notAvailable', message: 'This is not available to your role.' });

describe('attack: another practice’s records (§1.2)', function () {
  this.timeout(60_000);
  let app: Running;
  const none: AtItem = { meeting: '', ref: '' };
  const theirs = { report: '', other: '', referral: '', item: none, placement: '', request: '' };
  const reportId = 'an-id-of-the-other-practice';
  before(async () => {
    app = await startServer();
    const { desk } = app;
    const filed = await desk.perform(cast.receptionist, {
      id: reportId,
      name: 'incident.report',
      input: aReport(),
    });
    assert(filed.done);
    theirs.report = filed.outcome.ref ?? '';
    theirs.other = (await must(desk, cast.receptionist, 'incident.report', aReport())).ref ?? '';
    theirs.referral = await fileReferral(desk);
    await fileReferral(desk);
    theirs.item = await list(desk, await plan(desk));
    theirs.placement = (await placed(desk)).ref;
    theirs.request = await openRequest(desk);
    for (const scope of await desk.backroom.scopes()) {
      for (const { row } of await desk.backroom.outboxDue(scope))
        if (row.topic === 'notice') await desk.backroom.fileNotice(row);
    }
  });
  after(() => app.stop());

  const send = async (person: string, path: string, body: object) => {
    const answer = await post(app, `/api/${path}`, body, { person });
    return { status: answer.status, text: await answer.text() };
  };
  const asked = async (person: string, name: QuestionName, input: object) => {
    const { status, text } = await send(person, `questions/${name}`, { input });
    return { status, answer: JSON.parse(text) as { rows?: { ref: string; id?: string }[]; next?: string } };
  };

  for (const stranger of [cast.otherReceptionist.person, cast.otherManager.person]) {
    it(`${stranger}: every command and question about them ends as if they were not there`, async () => {
      const at = () => theirs;
      const [everyCommand, everyQuestion] = [walkedCommands(at), walkedQuestions(at)];
      for (const name of apiCommands) {
        const { input, nowhere } = everyCommand[name];
        if (!nowhere) continue;
        for (const body of [input(), nowhere()]) {
          const answer = await send(stranger, `commands/${name}`, { id: newId(), input: body });
          assert.deepEqual(answer, { status: 403, text: notThere }, name);
        }
      }
      for (const name of Object.keys(questions) as QuestionName[]) {
        const { input, nowhere } = everyQuestion[name];
        if (!nowhere) continue;
        for (const body of [input(), nowhere()]) {
          const answer = await send(stranger, `questions/${name}`, { input: body });
          assert.deepEqual(answer, { status: 403, text: notThere }, name);
        }
      }
    });
  }

  it('references in other spellings lead nowhere else', async () => {
    const { report } = theirs;
    for (const ref of [
      report.toLowerCase(),
      ` ${report} `,
      report.replaceAll('-', ''),
      report.replaceAll('-', ' – '),
      `${report}\u0000`,
      `${report}/../${report}`,
      `area:brookshire/${report}`,
      `deadline:${report}:DL-01`,
      'person:person-101',
      'channel',
    ]) {
      const answer = await send(cast.otherReceptionist.person, 'questions/incident.page', { input: { ref } });
      assert.ok(answer.text === notThere || answer.status === 400, `${ref} ${answer.text}`);
    }
  });

  it('a command id of theirs does nothing for us, and tells nothing of what it did', async () => {
    const input = aReport({ site: 'Harbour Lane' });

    const answer = await send(cast.otherReceptionist.person, 'commands/incident.report', {
      id: reportId,
      input,
    });

    const { outcome, repeated } = JSON.parse(answer.text) as { outcome: { ref: string }; repeated: boolean };
    assert.equal(answer.status, 200);
    assert.equal(repeated, false);
    assert.notEqual(outcome.ref, theirs.report);
  });

  it('a notice of theirs cannot be marked as read, and is no more there than none at all', async () => {
    const { answer } = await asked(people.priya, 'inbox.list', {});
    const [notice] = answer.rows ?? [];
    assert(notice?.id);
    const mark = (id: string) =>
      send(cast.otherReceptionist.person, 'commands/inbox.markRead', { id: newId(), input: { id } });

    const [there, gone] = [await mark(notice.id), await mark(`${notice.id}0`)];

    assert.deepEqual(there, gone);
    const after = await asked(people.priya, 'inbox.list', { unreadOnly: true });
    assert.ok(after.answer.rows?.some(({ id }) => id === notice.id));
  });

  it('the next page of their lists is a page of ours, or none', async () => {
    const lists = ['incident.list', 'incident.mine', 'referral.mine', 'inbox.list', 'deadline.list'] as const;
    const tokens = [];
    for (const name of lists) {
      const { answer } = await asked(people.priya, name, { size: 1 });
      if (answer.next) tokens.push(answer.next);
    }
    assert.ok(tokens.length >= 3, `${tokens.length} tokens`);
    await must(app.desk, cast.otherManager, 'incident.report', aReport({ site: 'Harbour Lane' }));

    for (const name of lists) {
      const own = await asked(cast.otherManager.person, name, { size: 100 });
      const ownRefs = new Set((own.answer.rows ?? []).map(({ ref }) => ref));
      for (const after of [...tokens, 'nonsense', '{"a":1}', '0:', '1:x', '-1:', '9e9:', ':', '%00']) {
        const { status, answer } = await asked(cast.otherManager.person, name, { after, size: 100 });
        assert.ok([200, 400].includes(status), `${name} ${status}`);
        for (const { ref } of answer.rows ?? []) assert.ok(ownRefs.has(ref), `${name} shows ${ref}`);
      }
    }
  });

  it('a receptionist may not page through the practice by her own list’s token either', async () => {
    const { answer } = await asked(people.priya, 'incident.list', { size: 1 });

    const mine = await asked(people.tom, 'incident.mine', { after: `0:${answer.next}`, size: 100 });

    for (const { ref } of mine.answer.rows ?? [])
      assert.ok(![theirs.report, theirs.other].includes(ref), 'reports of Rosa');
  });
});
