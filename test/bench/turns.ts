/**
 * CPU of this process for one turn that files a report or a referral (form card filled in and sent; embedded store, gate
 * and history included), against a plain botbuilder bot that answers a message with a message, all to the same connector
 * stub.
 */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { inputsOf } from '../chat/support/cards.ts';
import { openConnector } from '../chat/support/connector.ts';
import { answerOf, openTeams } from '../chat/support/teams.ts';
import type { Person } from '../../bot/desk/caller.ts';
import { openHouse, people } from '../support/house.ts';
import { nextNhsNumber } from '../support/referrals.ts';

export interface Turns {
  /** Milliseconds of CPU, user and system. */
  readonly echo: number;
  readonly report: number;
  readonly referral: number;
}

interface Turning {
  readonly turn: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const warmUp = 100;
const counted = 400;
const blocks = 8;

export async function measureTurns(): Promise<Turns> {
  const echo = await openEcho();
  const report = await openReporting();
  const referral = await openReferring();
  // In turns of blocks, so that none has the quieter part of the run.
  const spent = { echo: 0, report: 0, referral: 0 };
  for (const { turn } of [echo, report, referral]) await times(warmUp, turn);
  for (let block = 0; block < blocks; block += 1) {
    spent.echo += await cpuOf(() => times(counted / blocks, echo.turn));
    spent.report += await cpuOf(() => times(counted / blocks, report.turn));
    spent.referral += await cpuOf(() => times(counted / blocks, referral.turn));
  }
  for (const { close } of [echo, report, referral]) await close();
  return { echo: spent.echo / counted, report: spent.report / counted, referral: spent.referral / counted };
}

async function openEcho(): Promise<Turning> {
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

const openReporting = () =>
  openFiling({
    who: people.receptionist,
    word: 'report',
    button: 'Send report',
    reference: /INC-\d{4}-\d{7}/,
    typed: () => ({
      incidentTypes: 'NONPHYS',
      location: 'SURGERY',
      incidentTime: '09:30',
      directedAt: 'STAFF:VERBAL',
      personKind: 'REGISTERED',
      narrative: 'Leaned over the desk, shouted and would not leave when asked.',
      policeCalled: 'NO',
      fearForSafety: 'true',
    }),
  });

const openReferring = () =>
  openFiling({
    who: people.manager,
    word: 'refer',
    button: 'Send referral',
    reference: /REF-\d{4}-\d{7}/,
    typed: () => ({
      ground: 'G1',
      warningLetterDate: '2026-12-01',
      agreementConfirmed: 'true',
      agreementDate: '2027-01-08',
      agreementHow: 'PHONE',
      patientFirstName: 'Maurice',
      patientLastName: 'Loxley',
      patientPhone: '07700 900 123',
      nhsNumber: nextNhsNumber(),
      interpreter: 'NO',
      accessNeeds: 'HEARING,QUIET_PLACE',
      digitalAccess: 'COMPUTER',
      knownRisks: 'None known',
      referrerPhone: '01632 960 100',
      referrerEmail: 'manager@millbrook.nhs.uk',
    }),
  });

interface Filing {
  readonly who: Person;
  /** What is typed to get the form. */
  readonly word: string;
  readonly button: string;
  readonly reference: RegExp;
  readonly typed: () => Readonly<Record<string, string>>;
}

/** Asks for the form once, then sends it again and again with an id of its own, as so many people would. */
async function openFiling({ who, word, button, reference, typed }: Filing): Promise<Turning> {
  const house = await openHouse();
  const teams = await openTeams({ desk: house.desk, person: { ...who, from: 'chat' } });
  const form = (await teams.say(word)).at(-1);
  let count = 0;
  return {
    turn: async () => {
      count += 1;
      const sent = { ...inputsOf(form), ...typed(), id: `bench-${word}-${count}` };
      const answer = JSON.stringify(await teams.press(form, button, sent));
      if (!reference.test(answer)) throw new Error(`Nothing was filed: ${answer}`);
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
