/**
 * CPU of this process for one turn that files a report (form card filled in and sent; embedded store, gate and history
 * included), against a plain botbuilder bot that answers a message with a message, both to the same connector stub.
 */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { inputsOf } from '../chat/support/cards.ts';
import { openConnector } from '../chat/support/connector.ts';
import { answerOf, openTeams } from '../chat/support/teams.ts';
import { openHouse, people } from '../support/house.ts';

export interface Turns {
  /** Milliseconds of CPU, user and system. */
  readonly echo: number;
  readonly report: number;
}

const warmUp = 100;
const counted = 400;

export async function measureTurns(): Promise<Turns> {
  const echo = await openEcho();
  const chat = await openReporting();
  // In turns of blocks, so that neither has the quieter half of the run.
  const spent = { echo: 0, report: 0 };
  await times(warmUp, echo.turn);
  await times(warmUp, chat.turn);
  for (let block = 0; block < 4; block += 1) {
    spent.echo += await cpuOf(() => times(counted / 4, echo.turn));
    spent.report += await cpuOf(() => times(counted / 4, chat.turn));
  }
  await echo.close();
  await chat.close();
  return { echo: spent.echo / counted, report: spent.report / counted };
}

async function openEcho() {
  const connector = await openConnector();
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const handler = new ActivityHandler();
  handler.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
    await next();
  });
  const body = {
    type: 'message',
    id: 'in',
    text: 'hello',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: 'someone' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:chat', conversationType: 'personal' },
  };
  return {
    turn: async () => {
      await answerOf((response) =>
        adapter.process({ method: 'POST', headers: {}, body }, response, (context) => handler.run(context)),
      );
    },
    close: () => connector.close(),
  };
}

async function openReporting() {
  const house = await openHouse();
  const teams = await openTeams({ desk: house.desk, person: { ...people.receptionist, from: 'chat' } });
  const form = (await teams.say('report')).at(-1);
  const typed = {
    ...inputsOf(form),
    incidentTypes: 'NONPHYS',
    location: 'SURGERY',
    incidentTime: '09:30',
    directedAt: 'STAFF:VERBAL',
    personKind: 'REGISTERED',
    narrative: 'Leaned over the desk, shouted and would not leave when asked.',
    policeCalled: 'NO',
    fearForSafety: 'true',
  };
  let count = 0;
  return {
    turn: async () => {
      count += 1;
      const answer = JSON.stringify(
        await teams.tap('incident.report', { ...typed, id: `bench-report-${count}` }),
      );
      if (!/INC-\d{4}-\d{7}/.test(answer)) throw new Error(`No report was filed: ${answer}`);
    },
    close: async () => {
      await teams.close();
      house.close();
    },
  };
}

async function times(count: number, turn: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 1) await turn();
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
