/** What a card sends is a reference and an id: swapped for others', it opens and moves nothing (D9). */
import assert from 'node:assert/strict';
import { verbNames } from '../../bot/chat/answerTap.ts';
import type { Person } from '../../bot/desk/caller.ts';
import { makeReference } from '../../bot/domain/references.ts';
import { openTeams, type Teams } from '../chat/support/teams.ts';
import { fileReport, newId, openHouse, people, type House } from '../support/house.ts';
import { itemOnPage, members, pageOf, vote, type AtItem } from '../support/panel.ts';
import { fileReferral } from '../support/referrals.ts';

const missing = {
  report: makeReference('INC', 2027, 111_111),
  referral: makeReference('REF', 2027, 111_111),
  meeting: makeReference('MTG', 2027, 111_111),
  item: makeReference('ITM', 2027, 111_111),
};

const aboutNoRecord = ['inbox', 'incident.report', 'referral.submit'];

describe('attack: what a card sends, swapped (D9)', function () {
  this.timeout(60_000);
  let house: House;
  let item: AtItem;
  const theirs = { report: '', referral: '', meeting: '', item: '' };
  const opened: Teams[] = [];
  const open = async (person: Person): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, person });
    opened.push(teams);
    await teams.say('hello');
    return teams;
  };
  before(async () => {
    house = await openHouse();
    item = await vote(house.desk);
    theirs.report = await fileReport(house.desk, people.receptionist);
    theirs.referral = await fileReferral(house.desk);
    theirs.meeting = item.meeting;
    theirs.item = item.ref;
  });
  after(async () => {
    for (const teams of opened) await teams.close();
    house.close();
  });

  const etags = async () =>
    Promise.all(
      [
        ['area:brookshire', theirs.report],
        ['org:steady-ground', theirs.referral],
        ['area:brookshire', theirs.meeting],
        ['area:brookshire', theirs.item],
      ].map(async ([scope = '', ref = '']) => (await house.store.records.read(scope, ref, 'head'))?.etag),
    );

  type Refs = Readonly<Record<keyof typeof missing, string>>;
  const payload = (refs: Refs, kind: keyof typeof missing, id: string) => ({
    id,
    ref: refs[kind],
    meeting: refs.meeting,
    version: '1',
    revision: '2',
    round: '1',
    direction: 'FOR',
    seat: 'LAY',
    outcome: 'TALKED',
    feedback: 'We talked with him. Thank you for telling us.',
    text: 'He came back an hour later.',
    reason: 'The evidence was heard in full and is clear enough.',
  });
  /** A card's words with the references it was asked with taken out: those the tapper sent. */
  const plain = (shown: unknown, refs: Refs) =>
    Object.values(refs).reduce((text, ref) => text.replaceAll(ref, '…'), JSON.stringify(shown));

  for (const verb of verbNames.filter((one) => !aboutNoRecord.includes(one))) {
    it(`${verb}: a stranger is shown the same of theirs as of nothing, by either kind of button`, async () => {
      const teams = await open(people.otherReceptionist);
      const before = await etags();

      for (const kind of ['report', 'referral', 'meeting', 'item'] as const) {
        const id = newId();
        const there = await teams.tap(verb, payload(theirs, kind, id));
        const gone = await teams.tap(verb, payload(missing, kind, id));
        assert.equal(plain(there, theirs), plain(gone, missing), `${verb} ${kind}`);

        const submit = async (refs: Refs) => {
          const sent = teams.connector.sent.length;
          await teams.post({ value: { verb, ...payload(refs, kind, id) }, replyToId: 'message-1' });
          return teams.connector.sent
            .slice(sent)
            .map(({ activity }) => activity['attachments'] ?? activity['text']);
        };
        assert.equal(plain(await submit(theirs), theirs), plain(await submit(missing), missing));
      }

      assert.deepEqual(await etags(), before);
      assert.deepEqual(teams.breaches, []);
    });
  }

  it('words with their references are answered as words with none', async () => {
    const teams = await open(people.otherReceptionist);
    for (const word of ['status', 'open', '']) {
      for (const kind of ['report', 'referral', 'meeting', 'item'] as const) {
        const there = await teams.say(`${word} ${theirs[kind]}`);
        const gone = await teams.say(`${word} ${missing[kind]}`);
        assert.equal(plain(there, theirs), plain(gone, missing), `${word} ${kind}`);
      }
    }
    const manager = await open(people.otherManager);
    const [there, gone] = [
      await manager.say(`link ${theirs.report} ${missing.report}`),
      await manager.say(`link ${missing.report} ${theirs.report}`),
    ];
    assert.equal(plain(plain(there, theirs), missing), plain(plain(gone, theirs), missing));
  });

  it('a member votes from no seat but their own, whatever the card says', async () => {
    const lay = await open(members.LAY);

    await lay.tap('ballot.cast', {
      ...payload(theirs, 'item', newId()),
      seat: 'CHAIR',
      person: members.CHAIR.person,
      actor: members.CHAIR.person,
      under: { role: 'HPC', organisation: 'brookshire-icb' },
    });

    const [ofLay, ofChair] = [
      await itemOnPage(house.desk, members.LAY, item),
      await itemOnPage(house.desk, members.CHAIR, item),
    ];
    assert.deepEqual([ofLay.mine, ofChair.mine, ofLay.cast], ['FOR', undefined, 1]);
  });

  const wrong: Readonly<Record<string, () => object>> = {
    'another meeting': () => ({ meeting: missing.meeting }),
    'a report for the meeting': () => ({ meeting: theirs.report }),
    'a report for the item': () => ({ ref: theirs.report }),
    'the meeting for the item': () => ({ ref: theirs.meeting }),
    'a revision long gone': () => ({ revision: '0' }),
    'a revision still to come, and no direction': () => ({ revision: '999999', direction: 'MAYBE' }),
    'a revision that is none': () => ({ revision: 'latest' }),
  };
  for (const [what, change] of Object.entries(wrong)) {
    it(`a ballot with ${what} counts for nothing`, async () => {
      const lay = await open(members.LAY);
      const before = await etags();

      await lay.tap('ballot.cast', {
        ...payload(theirs, 'item', newId()),
        direction: 'AGAINST',
        ...change(),
      });

      assert.deepEqual(await etags(), before);
      const page = await pageOf(house.desk, members.LAY, item.meeting);
      assert.equal(page.items[0]?.mine, 'FOR');
    });
  }

  it('in the panel’s channel, a stranger’s tap is refused in one fixed sentence and changes nothing', async () => {
    const before = await etags();
    for (const who of [people.otherReceptionist, people.officer, people.coordinator]) {
      const teams = await open(who);
      const conversation = { id: '19:p@thread.tacv2', conversationType: 'channel', tenantId: 'tenant' };
      for (const refs of [theirs, missing]) {
        const answer = await teams.post({
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId: 'message-1',
          conversation,
          value: {
            action: { type: 'Action.Execute', verb: 'ballot.cast', data: payload(refs, 'item', newId()) },
          },
        });
        assert.equal(
          (answer.body as { value: unknown }).value,
          'This is not available to your role.',
          who.person,
        );
      }
    }
    assert.deepEqual(await etags(), before);
  });
});
