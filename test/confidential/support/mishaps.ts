import { people } from '../../support/house.ts';
import { must } from '../../support/referrals.ts';
import type { Chat, Stage } from './stage.ts';
import { report, reportInput, type Names } from './typed.ts';

/** What goes wrong around the journeys: too much, the unknown, the hostile, and a Teams that refuses. */
export async function mishaps(stage: Stage, chat: (who: Names) => Chat): Promise<void> {
  const { app, connector } = stage;
  const rosa = chat('receptionist');
  const form = (await rosa.say('report')).at(-1);
  await rosa.press(form, 'Send report', { ...report, narrative: 'Kettle '.repeat(4_000) });
  for (const value of [
    { verb: 'no.such' },
    { verb: 'incident.report', Tindall: { a: 'Maurice' } },
    { say: 'Maurice Tindall' },
    7,
  ])
    await rosa.post({ value });
  for (const value of [
    undefined,
    { action: { type: 'Action.Execute', verb: 'Maurice Tindall', data: { ref: report.personName } } },
  ])
    await rosa.post({ type: 'invoke', name: 'adaptiveCard/action', value });
  await rosa.post({ type: 'invoke', name: 'Maurice Tindall', value: {} });
  await rosa.post({ type: 'Maurice', text: report.narrative });
  await rosa.post({ text: report.narrative, id: 'Maurice Tindall' });
  for (const path of [
    '/api/messages',
    '/api/commands/Maurice',
    '/api/questions/999%20000%200107',
    '/Tindall?name=Maurice',
  ])
    await fetch(`${app.url}${path}`, {
      method: 'POST',
      body: report.narrative,
      headers: {
        'content-type': 'text/plain',
        'user-agent': 'Maurice Tindall',
        'x-request-id': report.personName,
      },
    });
  await fetch(`${app.url}/api/questions/incident.status?ref=Tindall`, {
    headers: { authorization: 'Bearer Maurice.Tindall.x' },
  });

  for (const [method, status] of [
    ['POST', 403],
    ['PUT', 404],
  ] as const) {
    connector.refuse(method, status);
    await rosa.post({ text: report.narrative, id: 'Maurice Tindall' });
    await rosa.pressOld(form, 'Send report', { ...report, policeCalled: '' });
    await must(app.desk, people.colleague, 'incident.report', reportInput(status));
    connector.refuse(method, 200);
  }
  await app.worker.drained();
}
