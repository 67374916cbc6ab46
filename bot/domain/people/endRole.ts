import type { z } from 'zod';
import type { leaving, roleEnd } from '../../contract/people.ts';
import { roleLabels, type Grant } from '../../contract/roles.ts';
import {
  advance,
  refuse,
  refuseFields,
  refuseStale,
  type Decision,
  type Facts,
  type Refused,
} from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { nobodyThere } from './grantRole.ts';
import { dayInWords, isOver, notADay, readDay } from './period.ts';
import {
  administratorsWith,
  dayWithoutAdministrator,
  type Administrator,
  type PersonBody,
  type PersonHead,
} from './person.ts';

/** A role ends: at once, which is now and not at midnight, or after a last day. */
export function endRole(
  input: z.output<typeof roleEnd>,
  known: PersonHead | undefined,
  administrators: readonly Administrator[],
  facts: Facts,
): Decision {
  if (!known) return nobodyThere;
  const today = londonDate(facts.now).toString();
  const grant = known.body.grants[input.grant];
  if (!grant) return refuseFields([{ field: 'grant', message: 'Choose a role of this person.' }]);
  if (isOver(grant, today)) return refuseStale('This role has ended already.');
  const wrong = input.lastDay === undefined ? undefined : refuseLastDay(input.lastDay, grant, today);
  if (wrong) return wrong;

  const ended: Grant =
    input.lastDay === undefined
      ? { ...grant, endedAt: facts.now.toString() }
      : { ...grant, to: input.lastDay };
  const body = { ...known.body, grants: known.body.grants.with(input.grant, ended) };
  const alone = refuseNoAdministrator(administrators, known.body, body, today);
  if (alone) return alone;
  const next = advance(known, facts.now, { body });
  const { role, organisation, area } = grant;
  const when = input.lastDay === undefined ? 'has ended' : `ends after ${dayInWords(input.lastDay)}`;
  return {
    changed: true,
    heads: [next],
    entries: [
      {
        ref: next.ref,
        action: 'people.roleEnded',
        content: {
          grant: input.grant,
          role,
          organisation,
          area,
          ...(input.lastDay === undefined ? { atOnce: true } : { lastDay: input.lastDay }),
          reason: input.reason,
        },
      },
    ],
    outcome: {
      ref: next.ref,
      version: next.version,
      message: `The role ${roleLabels[role]} of ${known.body.name} ${when}.`,
    },
  };
}

/** Who leaves may do nothing from their very next command or question on, also where they are signed in (§8 Access). */
export function leave(
  { reason }: z.output<typeof leaving>,
  known: PersonHead | undefined,
  administrators: readonly Administrator[],
  facts: Facts,
): Decision {
  if (!known) return nobodyThere;
  if (known.state === 'LEFT') return refuseStale(`${known.body.name} has left already.`);
  const today = londonDate(facts.now).toString();
  const endedAt = facts.now.toString();
  const ended = known.body.grants.flatMap((grant, number) => (isOver(grant, today) ? [] : [number]));
  const body = {
    ...known.body,
    grants: known.body.grants.map((grant, number) =>
      ended.includes(number) ? { ...grant, endedAt } : grant,
    ),
  };
  const alone = refuseNoAdministrator(administrators, known.body, body, today);
  if (alone) return alone;
  const next = advance(known, facts.now, { state: 'LEFT', body });
  return {
    changed: true,
    heads: [next],
    entries: [{ ref: next.ref, action: 'people.left', content: { ended, reason } }],
    outcome: {
      ref: next.ref,
      version: next.version,
      message: `${known.body.name} has left. Nothing is open to them any more.`,
    },
  };
}

function refuseLastDay(lastDay: string, { from, to }: Grant, today: string): Refused | undefined {
  const problem = (message: string) => refuseFields([{ field: 'lastDay', message }]);
  if (!readDay(lastDay)) return problem(notADay);
  if (lastDay < today)
    return problem('The last day cannot be before today. To end the role now, leave the last day out.');
  if (lastDay < from)
    return problem(`The role begins on ${dayInWords(from)}. To call it off, leave the last day out.`);
  if (to !== undefined && lastDay >= to)
    return problem(
      `The role ends after ${dayInWords(to)} already. For longer, give it again from the next day.`,
    );
  return undefined;
}

function refuseNoAdministrator(
  administrators: readonly Administrator[],
  before: PersonBody,
  after: PersonBody,
  today: string,
): Refused | undefined {
  const day = dayWithoutAdministrator(
    administratorsWith(administrators, before, today),
    administratorsWith(administrators, after, today),
    today,
  );
  if (day === undefined) return undefined;
  const when =
    day === today
      ? 'Nobody else is administrator'
      : `Nobody is administrator from ${dayInWords(day)} on then`;
  return refuse('§1.1', `${when}. Give somebody else that role first.`);
}
