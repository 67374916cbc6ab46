import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verbNames } from '../../bot/chat/answerTap.ts';
import { incidentReport } from '../../bot/contract/incident.ts';
import { aReport, fileReport, newId, openHouse, people, type House } from '../support/house.ts';
import { textsOf } from './support/cards.ts';
import { openTeams, shownIn, type Teams } from './support/teams.ts';

const runs = { numRuns: 150 };
const leaks = /\bat .+:\d+:\d+|node_modules|[Zz]od|undefined|\[object|TypeError|Invalid input/;

/** Bodies that are right in all but a few places: they get past the first check. */
function nearValid(ref: string): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '',
      ' ',
      '0',
      '-1',
      '1e999',
      'true',
      '2027-02-30',
      '25:61',
      '${ref}',
      '__proto__',
      '\u0000',
      ref,
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const fields = [
    ...Object.keys(incidentReport.shape),
    'id',
    'ref',
    'version',
    'text',
    'outcome',
    'feedback',
  ];
  const right = {
    ...aReport(),
    incidentTypes: 'NONPHYS',
    directedAt: 'STAFF:VERBAL',
    fearForSafety: 'true',
    ref,
    version: 1,
    text: 'Something more that happened.',
    outcome: 'TALKED',
    feedback: 'We talked, and all is well.',
  };
  const changes = fc.dictionary(fc.constantFrom(...fields, 'reasonW08'), odd, { maxKeys: 4 });
  return changes.map((change) => ({ id: newId(), ...right, ...change }));
}

describe('hostile chat (DESIGN §5, bad input)', () => {
  let house: House;
  let teams: Teams;
  let ref: string;
  before(async () => {
    house = await openHouse();
    teams = await openTeams({ desk: house.desk, person: people.manager });
    await teams.install();
    ref = await fileReport(house.desk, people.manager);
  });
  after(async () => {
    await teams.close();
    house.close();
  });
  afterEach(() => {
    assert.deepEqual(teams.logged, [], 'nothing failed inside');
    assert.deepEqual(teams.breaches, []);
  });

  it('every verb answers near-valid data in words, by Execute and by Submit', async () => {
    const verb = fc.constantFrom(...verbNames);
    await fc.assert(
      fc.asyncProperty(verb, nearValid(ref), fc.boolean(), async (name, data, old) => {
        const shown = old
          ? await teams.post({ value: { verb: name, ...(data as object) } }).then(lastSent)
          : await teams.tap(name, data);

        const words = typeof shown === 'string' ? [shown] : textsOf(shown);
        assert.ok(words.length > 0, JSON.stringify(shown));
        for (const said of words) assert.doesNotMatch(said, leaks);
      }),
      runs,
    );
  });

  it('any value of an invoke is answered in one of Teams’ shapes', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({
        action: fc.record(
          {
            type: fc.constantFrom('Action.Execute', 'Action.Submit', 7),
            verb: fc.jsonValue(),
            data: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(value, async (sent) => {
        const answer = await teams.post({ type: 'invoke', name: 'adaptiveCard/action', value: sent });

        const body = answer.body as {
          readonly statusCode: unknown;
          readonly type: unknown;
          readonly value: unknown;
        };
        assert.equal(answer.status, 200);
        assert.ok(body.statusCode === 200 || body.statusCode === 400);
        assert.match(String(body.type), /^application\/vnd\.microsoft\./);
        assert.doesNotMatch(JSON.stringify(body.value), leaks);
      }),
      runs,
    );
  });

  it('any words get a card', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .constantFrom('report', 'due', 'inbox', 'my reports', 'help', `status ${ref}`, `link ${ref}`)
        .chain((word) => fc.string({ maxLength: 3 }).map((more) => word + more)),
    );
    await fc.assert(
      fc.asyncProperty(words, async (typed) => {
        const shown = (await teams.say(typed)).at(-1);

        assert.ok(textsOf(shown).length > 0);
        for (const said of textsOf(shown)) assert.doesNotMatch(said, leaks);
      }),
      runs,
    );
  });

  it('an activity with odd parts neither stops the bot nor tells anything of its inside', async () => {
    const part = fc.constantFrom(
      'type',
      'text',
      'value',
      'name',
      'entities',
      'membersAdded',
      'conversation',
      'from',
      'recipient',
      'channelData',
      'locale',
      'timestamp',
      'replyToId',
      'serviceUrl',
      'action',
      'deliveryMode',
      'attachments',
    );
    const type = fc.constantFrom(
      'message',
      'invoke',
      'conversationUpdate',
      'installationUpdate',
      'event',
      'messageReaction',
      'typing',
      'odd',
    );
    await fc.assert(
      fc.asyncProperty(
        type,
        fc.dictionary(part, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
        async (kind, parts) => {
          const answer = await teams.post({ type: kind, ...parts });

          assert.ok(answer.status >= 200 && answer.status <= 501);
          assert.doesNotMatch(JSON.stringify(answer.body ?? ''), leaks);
        },
      ),
      runs,
    );
    teams.logged.splice(0);
  });

  const lastSent = () => {
    const last = teams.connector.sent.at(-1);
    return last ? shownIn(last.activity) : undefined;
  };
});
