import assert from 'node:assert/strict';
import type { Person } from '../../../bot/desk/caller.ts';
import { makeReference } from '../../../bot/domain/references.ts';
import { openHouse, people, type House } from '../../support/house.ts';
import { chair, done, members, plan } from '../../support/panel.ts';

describe('who may see who could take a seat (§1.2: meeting U)', () => {
  let house: House;
  let meeting: string;
  before(async () => {
    house = await openHouse();
    meeting = await plan(house.desk);
  });
  after(() => house.close());

  const ask = (who: Person, ref?: string) =>
    house.desk.ask(who, { name: 'panel.candidates', input: ref === undefined ? {} : { ref } });

  it('the officer and the chair, with a meeting or without', async () => {
    for (const who of [people.officer, chair]) {
      for (const ref of [undefined, meeting]) assert.ok((await ask(who, ref)).answered);
    }
  });

  it('no other member: a seat gives the right to its own meeting’s chair alone', async () => {
    for (const who of [members.CONTRACTS, members.GP, members.LAY]) {
      for (const ref of [undefined, meeting, makeReference('MTG', 2027, 111_111)]) {
        const asked = await ask(who, ref);
        assert(!asked.answered);
        assert.deepEqual(asked.refusal, {
          code: 'notAvailable',
          message: 'This is not available to your role.',
        });
      }
    }
  });

  it('MG5 a nominee in the chair, for that meeting', async () => {
    const nominees = await done(house.desk, people.officer, 'meeting.plan', {
      date: '2027-01-12T14:00',
      mode: 'VIRTUAL',
    });
    await done(house.desk, people.officer, 'meeting.fillSeat', {
      ref: nominees,
      seat: 'CHAIR',
      person: people.contracts.person,
    });

    assert.ok((await ask(people.contracts, nominees)).answered);
    assert.ok(!(await ask(people.contracts, meeting)).answered);
    assert.ok(!(await ask(people.contracts)).answered);
  });

  it('nothing that is no meeting is taken for one', async () => {
    const item = await done(house.desk, people.officer, 'item.add', {
      ref: meeting,
      type: 'NEW',
      about: makeReference('INC', 2027, 483_927),
    });

    assert.ok(!(await ask(people.officer, item)).answered);
  });
});
