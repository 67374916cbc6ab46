import { addItem } from '../../domain/panel/addItem.ts';
import { arrive, leave } from '../../domain/panel/attend.ts';
import { fillSeat, seatClaim } from '../../domain/panel/fillSeat.ts';
import { planMeeting } from '../../domain/panel/planMeeting.ts';
import { closeMeeting, startMeeting } from '../../domain/panel/runMeeting.ts';
import { areaOf } from '../authorise.ts';
import { directory } from '../office.ts';
import { asMeeting, seated } from '../panelRecords.ts';
import type { CommandSpecs } from '../spec.ts';
import { tidyReference } from '../tidyReference.ts';

const aMeeting = {
  scope: areaOf,
  subject: seated('MTG'),
  refs: (input: { readonly ref: string }) => [tidyReference(input.ref)],
};

export const channelId = 'channel';

/** The panel's meetings live in their area's scope (D6). */
export const meetingCommands = {
  'panel.bindChannel': {
    object: 'panelChannel',
    action: 'C',
    scope: areaOf,
    rows: () => [{ kind: 'channel', id: channelId }],
    decide: ({ input, row, facts, scope }) => {
      const before = row('channel', channelId);
      const next = {
        id: channelId,
        scope,
        kind: 'channel',
        reference: input.reference,
        boundBy: facts.actor.person,
        at: facts.now.toString(),
      } as const;
      return {
        changed: true,
        heads: [],
        entries: [],
        rows: [before ? { op: 'replace', row: next, etag: before.etag } : { op: 'create', row: next }],
        outcome: { message: 'The panel works in this channel now. Each item it opens gets a card here.' },
      };
    },
  },
  'meeting.plan': {
    object: 'meeting',
    action: 'C',
    scope: areaOf,
    decide: ({ input, facts }) => planMeeting(input, facts),
  },
  'meeting.fillSeat': {
    ...aMeeting,
    object: 'meeting',
    action: 'U',
    rows: (input) => [
      { kind: 'person', id: `person:${input.person}`, scope: directory },
      ...(input.replaces
        ? [{ kind: 'claim', id: seatClaim(tidyReference(input.ref), input.replaces) } as const]
        : []),
    ],
    decide: ({ input, heads: [head], row, facts }) =>
      fillSeat(input, asMeeting(head), row('person', `person:${input.person}`)?.row, facts),
  },
  'meeting.arrive': {
    ...aMeeting,
    object: 'attendance',
    action: 'U',
    decide: ({ input, heads: [head], facts }) => arrive(input, asMeeting(head), facts),
  },
  'meeting.leave': {
    ...aMeeting,
    object: 'attendance',
    action: 'U',
    decide: ({ input, heads: [head], facts }) => leave(input, asMeeting(head), facts),
  },
  'meeting.start': {
    ...aMeeting,
    object: 'meeting',
    action: 'U',
    decide: ({ heads: [head], facts }) => startMeeting(asMeeting(head), facts),
  },
  'meeting.close': {
    ...aMeeting,
    object: 'meeting',
    action: 'U',
    decide: ({ heads: [head], facts }) => closeMeeting(asMeeting(head), facts),
  },
  'item.add': {
    ...aMeeting,
    object: 'meeting',
    action: 'C',
    decide: ({ input, heads: [head], facts }) => addItem(input, asMeeting(head), facts),
  },
} satisfies Partial<CommandSpecs>;
