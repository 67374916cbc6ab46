/** Inputs of the panel's commands and questions that succeed, each on a meeting of its own. */
import type { Desk } from '../../bot/desk/desk.ts';
import { people as cast } from '../support/house.ts';
import { caseRef, castAll, chair, done, list, plan, seatNames, sit, vote } from '../support/panel.ts';

const officer = cast.officer.person;
const theChair = chair.person;

/** `day` is a meeting's moment still to come today, wherever the clock has gone. */
export const panelGood = (desk: () => Desk, day: () => string) => ({
  'meeting.plan': async () => ({
    person: officer,
    input: { date: day(), mode: 'VIRTUAL' },
  }),
  'meeting.fillSeat': async () => {
    const ref = await done(desk(), cast.officer, 'meeting.plan', {
      date: day(),
      mode: 'VIRTUAL',
    });
    return { person: officer, input: { ref, seat: 'CHAIR', person: theChair } };
  },
  'meeting.arrive': async () => ({
    person: officer,
    input: { ref: await plan(desk(), day()), seat: 'LAY' },
  }),
  'meeting.leave': async () => ({ person: officer, input: { ref: await sit(desk(), day()), seat: 'LAY' } }),
  'meeting.start': async () => ({ person: theChair, input: { ref: await plan(desk(), day()) } }),
  'meeting.close': async () => ({ person: theChair, input: { ref: await sit(desk(), day()) } }),
  'item.add': async () => ({
    person: officer,
    input: { ref: await plan(desk(), day()), type: 'RISK', about: caseRef, purpose: 'TRANSFER' },
  }),
  'item.open': async () => ({
    person: theChair,
    input: { ...(await list(desk(), await sit(desk(), day()))) },
  }),
  'item.startVote': async () => {
    const item = await list(desk(), await sit(desk(), day()));
    await done(desk(), chair, 'item.open', { ...item });
    return { person: theChair, input: { ...item } };
  },
  'ballot.cast': async () => ({
    person: theChair,
    input: { ...(await vote(desk(), day())), direction: 'FOR', revision: 2 },
  }),
  'item.close': async () => {
    const item = await vote(desk(), day());
    await castAll(desk(), item, ['FOR', 'FOR', 'AGAINST', 'ABSTAIN']);
    return { person: theChair, input: { ...item } };
  },
  'item.castingVote': async () => {
    const item = await vote(desk(), day());
    await castAll(desk(), item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(desk(), chair, 'item.close', { ...item });
    const reason = 'The evidence was heard in full and is clear enough to decide.';
    return { person: theChair, input: { ...item, direction: 'AGAINST', reason } };
  },
  'item.proposeConsensus': async () => {
    const item = await list(desk(), await sit(desk(), day()));
    await done(desk(), chair, 'item.open', { ...item });
    return { person: theChair, input: { ...item, direction: 'FOR' } };
  },
  'item.answerConsensus': async () => {
    const item = await list(desk(), await sit(desk(), day()));
    await done(desk(), chair, 'item.open', { ...item });
    await done(desk(), chair, 'item.proposeConsensus', { ...item, direction: 'FOR' });
    return { person: cast.lay.person, input: { ...item, agrees: true, revision: 2 } };
  },
  'item.stepOut': async () => ({
    person: cast.lay.person,
    input: { ...(await vote(desk(), day())), conflict: 'KNOWS_PATIENT' },
  }),
  'item.seatAlternate': async () => {
    const item = await vote(desk(), day());
    await done(desk(), chair, 'item.stepOut', { ...item, conflict: 'SCHEME_PROVIDER' });
    return { person: officer, input: { ...item, seat: 'CHAIR', person: officer } };
  },
  'item.withdraw': async () => ({
    person: officer,
    input: {
      ...(await list(desk(), await plan(desk(), day()))),
      reason: 'It was listed at the wrong meeting.',
    },
  }),
  'item.defer': async () => ({
    person: theChair,
    input: { ...(await vote(desk(), day())), reason: 'The report has not arrived yet.' },
  }),
});

export const panelQuestionsGood = (desk: () => Desk, day: () => string) => ({
  'meeting.list': async () => ({ person: officer, input: { size: seatNames.length } }),
  'meeting.page': async () => ({ person: theChair, input: { ref: await plan(desk(), day()) } }),
  'item.card': async () => {
    const { ref } = await list(desk(), await plan(desk(), day()));
    return { person: theChair, input: { ref } };
  },
  'panel.candidates': async () => ({ person: officer, input: {} }),
});
