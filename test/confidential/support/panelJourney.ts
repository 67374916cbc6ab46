/** Journey 3: the panel in its channel, from the binding to the last card. */
import { people, setTime } from '../../support/house.ts';
import { caseRef, chair, done, list, members, seatNames, sit } from '../../support/panel.ts';
import { ask } from './api.ts';
import type { Chat, Stage } from './stage.ts';
import { castingReason, deferralReason, type Names } from './typed.ts';

export async function sitAndVote(stage: Stage, chat: (who: Names) => Chat): Promise<string> {
  const { app } = stage;
  const { desk } = app;
  const today = app.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: 1 });
  setTime(app.clock, today.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant());
  const officer = chat('officer');
  await chat('receptionist').mention('set up panel');
  await officer.mention('Maurice Tindall hurled the kettle');
  await officer.mention('act as Margaret Ellis');
  await officer.mention('act as Daniel Reyes');
  await officer.mention('set up panel', {
    id: '19:g',
    conversationType: 'groupChat',
    isGroup: true,
    name: 'Daniel, Joan',
  });
  await officer.mention('set up panel');

  const seatOf = { CHAIR: 'accountable', CONTRACTS: 'contracts', GP: 'gp', LAY: 'lay' } as const;
  const meeting = await sit(desk, `${today.toString()}T14:00`);
  const types = ['NEW', 'APPEAL', 'REVIEW', 'RETURNING', 'NOLONGER'];
  const items = [];
  for (const type of types) items.push(await list(desk, meeting, type));
  await app.worker.drained();
  const first = items[0];
  if (!first) throw new Error('No item.');
  for (const [index, item] of items.entries()) {
    await done(desk, chair, 'item.open', { ...item });
    await app.worker.drained();
    if (index === 4) {
      await done(desk, chair, 'item.defer', { ...item, reason: deferralReason });
      continue;
    }
    await done(desk, chair, 'item.startVote', { ...item });
    await app.worker.drained();
    const directions =
      index === 1 ? ['FOR', 'AGAINST', 'FOR', 'AGAINST'] : ['FOR', 'FOR', 'AGAINST', 'ABSTAIN'];
    for (const [at, seat] of seatNames.entries()) {
      const asked = await desk.ask(members[seat], { name: 'item.card', input: { ref: item.ref } });
      const revision = asked.answered ? String(asked.answer.revision) : '0';
      const ballot = { ...item, round: '1', revision, direction: directions[at] };
      const by = chat(seatOf[seat]);
      if (at % 2 === 0) await by.tapInChannel(ballot);
      else await by.submitInChannel(ballot);
      await by.tapInChannel({ ...ballot, revision: '0' });
      await by.submitInChannel({ ...ballot, direction: 'SIDEWAYS' });
      await by.say(`status ${item.ref}`);
    }
    await chat('officer').tapInChannel({ ...item, round: '1', revision: '1', direction: 'FOR' });
    await chat('officer').submitInChannel({ ...item, round: '1', revision: '1', direction: 'FOR' });
    await app.worker.drained();
    await done(desk, chair, 'item.close', { ...item });
    await app.worker.drained();
    if (index === 1) await castingVote(chat('accountable'), item.ref);
    await app.worker.drained();
    await chat('gp').tapInChannel({ ...item, round: '1', revision: '1', direction: 'FOR' });
  }
  await done(desk, chair, 'meeting.close', { ref: meeting });
  await app.worker.drained();
  await chat('lay').say(meeting);
  await ask(stage, chair, ['meeting.page', { ref: meeting }], ['item.card', { ref: first.ref }]);
  await done(desk, people.officer, 'item.add', {
    ref: await done(desk, people.officer, 'meeting.plan', { date: '2029-02-01T10:00', mode: 'VIRTUAL' }),
    type: 'NEW',
    about: caseRef,
  });
  return first.ref;
}

async function castingVote(margaret: Chat, ref: string): Promise<void> {
  const form = await margaret.press((await margaret.say(ref)).at(-1), 'Give the casting vote');
  await margaret.press(form, 'Give the casting vote', { direction: 'AGAINST', reason: 'Barnaby' });
  await margaret.pressOld(form, 'Give the casting vote', { direction: 'AGAINST', reason: 'Barnaby' });
  await margaret.press(form, 'Give the casting vote', { direction: 'AGAINST', reason: castingReason });
  await margaret.press(form, 'Give the casting vote', { direction: 'FOR', reason: castingReason });
}
