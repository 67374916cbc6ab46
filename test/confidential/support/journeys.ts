/**
 * Every journey there is, lived through chat, channel and API on the whole app, with the mishaps that belong to it: forms
 * refused and sent again, late and doubled taps, old clients, a Teams that does not answer, hostile requests.
 */
import type { CommandName } from '../../../bot/contract/commands.ts';
import type { Person } from '../../../bot/desk/caller.ts';
import { demoPeople } from '../../../bot/demo/area.ts';
import { londonDate } from '../../../bot/domain/time/london.ts';
import { textsOf } from '../../chat/support/cards.ts';
import { people, setTime } from '../../support/house.ts';
import { anyDay, aReferral, lifeOfReferrals, must } from '../../support/referrals.ts';
import { api, ask } from './api.ts';
import { mishaps } from './mishaps.ts';
import { sitAndVote } from './panelJourney.ts';
import type { Chat, Stage } from './stage.ts';
import { feedback, referral, report, reportInput, type Names } from './typed.ts';

/** Words everybody tries, alone and with the reference of any record. */
const words = [
  'hello',
  'help',
  'thanks',
  'report',
  'my reports',
  'refer',
  'my referrals',
  'inbox',
  'due',
  'next panel',
  'set up panel',
  'status',
  'link',
  'INC-2027-1234567',
  'Maurice Tindall hurled the kettle across reception',
  'act as Maurice Tindall',
  '999 000 0107',
];
const wordsAbout = (ref: string) => [`status ${ref}`, ref, `open ${ref}`, `link ${ref} ${ref}`];

export async function liveEverything(stage: Stage): Promise<void> {
  const nameOf = (who: Person) => demoPeople.find(({ person }) => person === who.person)?.name ?? '';
  const chats = new Map<Names, Chat>();
  const chat = (who: Names): Chat => {
    const opened = chats.get(who) ?? stage.chatOf(people[who], nameOf(people[who]));
    chats.set(who, opened);
    return opened;
  };
  for (const who of Object.keys(people) as Names[])
    await chat(who).post({ type: 'installationUpdate', action: 'add' });

  const inc = await reportAndAnswer(stage, chat);
  const ref = await referAndAward(stage, chat);
  const item = await sitAndVote(stage, chat);
  const said = [...words, ...[inc, ref, item].flatMap(wordsAbout)];
  for (const who of Object.keys(people) as Names[]) for (const text of said) await chat(who).say(text);
  await mishaps(stage, chat);
  await stage.app.worker.drained();
}

const refIn = (card: unknown, type: string) =>
  textsOf(card).find((text) => new RegExp(`^${type}-\\d{4}-\\d{7}$`).test(text)) ?? '';

/** Journey 1. */
async function reportAndAnswer({ app }: Stage, chat: (who: Names) => Chat): Promise<string> {
  const [rosa, priya] = [chat('receptionist'), chat('manager')];
  const form = (await rosa.say('report')).at(-1);
  const wrong = { ...report, policeCalled: '', damageCost: 'a kettle' };
  const again = await rosa.press(form, 'Send report', wrong);
  await rosa.pressOld(form, 'Send report', wrong);
  await rosa.press(again, 'Send report', {
    ...report,
    narrative: `${report.narrative} Not mine: 999 000 0123.`,
  });
  const receipt = await rosa.press(again, 'Send report', { ...report, damageCost: '' });
  const ref = refIn(receipt, 'INC');
  if (!ref) throw new Error(`No receipt: ${textsOf(receipt).join(' ')}`);
  await Promise.all([rosa.press(form, 'Send report', report), rosa.pressOld(form, 'Send report', report)]);
  await app.worker.drained();

  const addition = await rosa.press((await rosa.say(`status ${ref}`)).at(-1), 'Add facts');
  await rosa.press(addition, 'Send facts', { text: 'short' });
  await rosa.press(addition, 'Send facts', {
    text: 'Barnaby Thistlewood saw the kettle land beside Xanthe.',
  });
  await app.worker.drained();

  const status = (await priya.say(ref)).at(-1);
  await priya.press(status, 'Take into review');
  await priya.press(status, 'Take into review');
  const closing = await priya.press((await priya.say(ref)).at(-1), 'Give feedback');
  await priya.press(closing, 'Send feedback and close', { outcome: '', feedback });
  await priya.pressOld(closing, 'Send feedback and close', { outcome: '', feedback });
  await priya.press(closing, 'Send feedback and close', { outcome: 'NO_ACTION', feedback });
  await priya.press(closing, 'Send feedback and close', {
    outcome: 'NO_ACTION',
    feedback: `${feedback} Again.`,
  });
  await app.worker.drained();

  // Several at once are gathered; at night they wait.
  for (const [index] of [1, 2, 3].entries())
    await must(app.desk, people.colleague, 'incident.report', reportInput(index));
  await app.worker.drained();
  setTime(app.clock, Temporal.Instant.from('2027-01-11T22:00:00Z'));
  await must(app.desk, people.colleague, 'incident.report', reportInput(4));
  await app.worker.drained();
  setTime(app.clock, Temporal.Instant.from('2027-01-12T09:30:00Z'));
  await app.worker.drained();
  return ref;
}

/** Journey 2, with every way it can end. */
async function referAndAward(stage: Stage, chat: (who: Names) => Chat): Promise<string> {
  const { app } = stage;
  const priya = chat('manager');
  const form = (await priya.say('refer')).at(-1);
  const again = await priya.press(form, 'Send referral', { ...referral, agreementConfirmed: 'false' });
  await priya.pressOld(form, 'Send referral', { ...referral, patientPhone: '60777' });
  await priya.press(again, 'Send referral', { ...referral, referrerEmail: 'cordelia.finch@example.com' });
  const receipt = await priya.press(again, 'Send referral', referral);
  const ref = refIn(receipt, 'REF');
  if (!ref) throw new Error(`No receipt: ${textsOf(receipt).join(' ')}`);
  // HS-09, said without saying that there is one.
  await priya.press((await priya.say('refer')).at(-1), 'Send referral', referral);
  await app.worker.drained();
  await chat('coordinator').say(ref);

  const { desk } = app;
  const by = (who: Names, name: CommandName, input: object) => api(stage, people[who], name, input);
  await by('coordinator', 'referral.logAttempt', {
    ref,
    outcome: 'NO_ANSWER',
    note: 'His mother Griselda said to ring after tea.',
  });
  await by('coordinator', 'referral.logAttempt', { ref, outcome: 'SPOKE_ACCEPTED', accessConfirmed: true });
  const life = lifeOfReferrals(app);
  const first = await life.book(ref, 1);
  await by('coordinator', 'referral.cancelSession', {
    ref,
    session: 1,
    by: 'PATIENT',
    reason: 'Brutus bit the postman.',
  });
  const start = await life.book(ref, 1);
  await app.worker.drained();
  life.after(start);
  await by('trainer', 'referral.markAttendance', { ref, session: 1, mark: 'DNA' });
  await life.book(ref, 1);
  await by('coordinator', 'referral.book', {
    ref,
    session: 1,
    trainer: people.otherTrainer.person,
    start: first,
    reasons: anyDay,
  });
  await by('manager', 'referral.withdraw', {
    provider: 'steady-ground',
    ref,
    reason: 'Griselda moved them both to the coast.',
  });
  await app.worker.drained();

  const done2 = await life.bothDone({ patientLastName: 'Featherstonehaugh', patientFirstName: 'Ludovic' });
  await by('coordinator', 'referral.recordAward', {
    ref: done2,
    award: 'AWARDED',
    awardedOn: londonDate(app.clock.now()).toString(),
    certificate: 'NOCN/88-QX',
  });
  const { start: later, ref: missed } = await life.booked({
    patientLastName: 'Abernathy',
    patientFirstName: 'Perpetua',
  });
  life.after(later);
  await by('trainer', 'referral.markAttendance', { ref: missed, session: 1, mark: 'DNA' });
  const second = await life.book(missed, 1);
  life.after(second);
  await by('trainer', 'referral.markAttendance', { ref: missed, session: 1, mark: 'DNA' });
  const declined = await must(desk, people.manager, 'referral.submit', {
    ...aReferral({ patientLastName: 'Winterbourne' }),
    ground: 'G3',
    ground3Reason: 'Asked for it himself, twice.',
    warningLetterDate: undefined,
  });
  await by('coordinator', 'referral.logAttempt', {
    ref: declined.ref,
    outcome: 'SPOKE_DECLINED',
    note: 'Would rather eat his hat, said Griselda.',
  });
  await app.worker.drained();
  for (const each of [ref, done2, missed, String(declined.ref)])
    for (const who of ['manager', 'coordinator', 'trainer', 'officer'] as const)
      await chat(who).say(`status ${each}`);
  await ask(
    stage,
    people.coordinator,
    ['referral.calls', {}],
    ['session.week', {}],
    ['referral.page', { ref: done2 }],
  );
  await ask(stage, people.trainer, ['session.today', {}], ['referral.page', { ref }]);
  await ask(stage, people.manager, ['incident.list', {}], ['referral.page', { ref }], ['referral.mine', {}]);
  return ref;
}
