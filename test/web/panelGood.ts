/** Inputs of the panel's commands and questions that succeed, each on a meeting of its own. */
import type { Desk } from '../../bot/desk/desk.ts';
import { people as cast } from '../support/house.ts';
import { caseRef, castAll, chair, done, list, plan, seatNames, sit, vote } from '../support/panel.ts';

const officer = cast.officer.person;
const theChair = chair.person;

export const panelGood = (desk: () => Desk) => ({
  'meeting.plan': async () => ({
    person: officer,
    input: { date: '2027-02-11T14:00', mode: 'VIRTUAL' },
  }),
  'meeting.fillSeat': async () => {
    const ref = await done(desk(), cast.officer, 'meeting.plan', {
      date: '2027-02-11T14:00',
      mode: 'VIRTUAL',
    });
    return { person: officer, input: { ref, seat: 'CHAIR', person: theChair } };
  },
  'meeting.arrive': async () => ({
    person: officer,
    input: { ref: await plan(desk()), seat: 'LAY' },
  }),
  'meeting.leave': async () => ({ person: officer, input: { ref: await sit(desk()), seat: 'LAY' } }),
  'meeting.start': async () => ({ person: theChair, input: { ref: await plan(desk()) } }),
  'meeting.close': async () => ({ person: theChair, input: { ref: await sit(desk()) } }),
  'item.add': async () => ({
    person: officer,
    input: { ref: await plan(desk()), type: 'RISK', about: caseRef, purpose: 'TRANSFER' },
  }),
  'item.open': async () => ({
    person: theChair,
    input: { ...(await list(desk(), await sit(desk()))) },
  }),
  'item.startVote': async () => {
    const item = await list(desk(), await sit(desk()));
    await done(desk(), chair, 'item.open', { ...item });
    return { person: theChair, input: { ...item } };
  },
  'ballot.cast': async () => ({
    person: theChair,
    input: { ...(await vote(desk())), direction: 'FOR', revision: 2 },
  }),
  'item.close': async () => {
    const item = await vote(desk());
    await castAll(desk(), item, ['FOR', 'FOR', 'AGAINST', 'ABSTAIN']);
    return { person: theChair, input: { ...item } };
  },
  'item.castingVote': async () => {
    const item = await vote(desk());
    await castAll(desk(), item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(desk(), chair, 'item.close', { ...item });
    const reason = 'The evidence was heard in full and is clear enough to decide.';
    return { person: theChair, input: { ...item, direction: 'AGAINST', reason } };
  },
  'item.defer': async () => ({
    person: theChair,
    input: { ...(await vote(desk())), reason: 'The report has not arrived yet.' },
  }),
});

export const panelQuestionsGood = (desk: () => Desk) => ({
  'meeting.list': async () => ({ person: officer, input: { size: seatNames.length } }),
  'meeting.page': async () => ({ person: theChair, input: { ref: await plan(desk()) } }),
  'item.card': async () => {
    const { ref } = await list(desk(), await plan(desk()));
    return { person: theChair, input: { ref } };
  },
  'panel.candidates': async () => ({ person: officer, input: {} }),
});
