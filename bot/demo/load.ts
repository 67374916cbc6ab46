import type { SettableClock } from '../clock.ts';
import type { commands, CommandName } from '../contract/commands.ts';
import type { z } from 'zod';
import { theSystem, type Caller } from '../desk/caller.ts';
import type { Desk } from '../desk/desk.ts';
import { areaScope, orgScope } from '../desk/office.ts';
import { LONDON, londonDate } from '../domain/time/london.ts';
import { demoArea, demoOrganisations, demoPeople } from './area.ts';
import { pastIncidents } from './incidents.ts';
import { loadPlacements } from './loadPlacements.ts';
import { loadReferrals } from './loadReferrals.ts';
import { demoProvider } from './referrals.ts';

export type Send = <N extends CommandName>(
  caller: Caller,
  id: string,
  name: N,
  input: z.input<(typeof commands)[N]['input']>,
) => Promise<string>;

/**
 * Puts the fictional area into an empty store, through the same desk as everything else: command ids are fixed, so
 * that a start which was cut off is simply finished by the next.
 */
export async function loadDemoArea(desk: Desk, clock: SettableClock): Promise<void> {
  const people = await desk.demo?.people();
  if (people && people.length >= demoPeople.length) return;
  const send: Send = async (caller, id, name, input) => {
    const result = await desk.perform(caller, { id: `demo-area-${id}`, name, input });
    if (!result.done)
      throw new Error(`The fictional area could not be loaded at ${id}: ${result.refusal.message}`);
    return result.outcome.ref ?? '';
  };
  await send(theSystem, 'area-and-programme', 'directory.putArea', demoArea);
  for (const organisation of demoOrganisations) {
    await send(theSystem, `${organisation.organisation}-contact`, 'directory.putOrganisation', organisation);
  }
  await loadIncidents(clock, send);
  await loadPlacements(clock, desk, send);
  await loadReferrals(clock, send);
  await fileNotices(desk, send);
  // People last: their presence says that everything before them is there.
  for (const person of demoPeople)
    await send(theSystem, `known-${person.person}`, 'directory.putPerson', person);
}

/** A few weeks of life before today, lived through the desk with the clock set back to mid-morning of each day. */
async function loadIncidents(clock: SettableClock, send: Send): Promise<void> {
  const present = clock.offset();
  const now = clock.now();
  const staff = demoPeople.filter(({ grants }) =>
    grants.some(({ role }) => ['PRS', 'PPM', 'RCO', 'RTR', 'CPT', 'SGP'].includes(role)),
  );
  for (const person of staff) await send(theSystem, person.person, 'directory.putPerson', person);
  try {
    for (const [index, incident] of pastIncidents.entries()) {
      const day = londonDate(now).subtract({ days: incident.daysAgo });
      const morning = day.toZonedDateTime({ timeZone: LONDON, plainTime: '10:20' }).toInstant();
      clock.setOffset(present + morning.since(now).total('milliseconds'));
      const ref = await send({ person: incident.reporter }, `incident-${index}`, 'incident.report', {
        ...incident.report,
        incidentDate: day.subtract({ days: 1 }).toString(),
      });
      const manager = { person: incident.manager };
      if (incident.ended !== 'waits')
        await send(manager, `take-${index}`, 'incident.takeIntoReview', { ref });
      if (incident.ended === 'closed')
        await send(manager, `close-${index}`, 'incident.close', { ref, ...incident.close });
    }
  } finally {
    clock.setOffset(present);
  }
}

/** The notices of those days, filed now; those a manager has long acted on are read. */
async function fileNotices({ backroom }: Desk, send: Send): Promise<void> {
  const scopes = [areaScope(demoArea.area), orgScope(demoProvider)];
  const due = await Promise.all(scopes.map((scope) => backroom.outboxDue(scope)));
  for (const row of due.flat()) {
    const deliveries = row.row.topic === 'notice' ? await backroom.fileNotice(row.row) : [];
    for (const { notice } of deliveries) {
      const { person, id, template } = notice.row;
      if (isLongDone(person, template))
        await send({ person }, `read-${id.replaceAll(/[^A-Za-z0-9]/g, '-')}`, 'inbox.markRead', { id });
    }
    await backroom.settle(row);
  }
}

/** Of the programme's notices only the last one still waits: its coordinator has a referral to ring. */
const isLongDone = (person: string, template: string) =>
  ['session.booked', 'referral.awardDue', 'referral.bothAttended', 'referral.outcome'].includes(template) ||
  (template === 'incident.reported' &&
    pastIncidents.some((incident) => incident.manager === person && incident.ended !== 'waits'));
