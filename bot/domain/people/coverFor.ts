import type { z } from 'zod';
import type { cover } from '../../contract/people.ts';
import { roleLabels, type Grant } from '../../contract/roles.ts';
import { advance, refuse, refuseFields, refuseStale, type Decision, type Facts } from '../decision.ts';
import { londonDate } from '../time/london.ts';
import { nobodyThere, refuseGrant } from './grantRole.ts';
import { dayInWords, isOver, periodInWords, readPeriod } from './period.ts';
import type { PersonHead } from './person.ts';

/**
 * A colleague gets an absent person's role for a time (A): the same role, organisation and area, never longer than it is
 * held itself. Both histories name both. What is sent to the role reaches whoever holds it; what is sent to the absent
 * person by name reaches the cover too.
 */
export function coverFor(
  input: z.output<typeof cover>,
  absent: PersonHead | undefined,
  colleague: PersonHead | undefined,
  facts: Facts,
): Decision {
  if (!absent) return nobodyThere;
  if (!colleague || colleague.ref === absent.ref)
    return refuseFields([{ field: 'by', message: 'Choose a colleague who covers.' }]);
  if (colleague.state === 'LEFT')
    return refuse('§1.1', `${colleague.body.name} has left. Choose somebody else.`, 'by');
  const today = londonDate(facts.now);
  const held = absent.body.grants[input.grant];
  if (!held) return refuseFields([{ field: 'grant', message: 'Choose the role that is covered.' }]);
  if (isOver(held, today.toString())) return refuseStale('This role has ended. There is nothing to cover.');
  const read = readPeriod(input, today);
  if ('problem' in read) return refuseFields([read.problem]);
  const { period } = read;
  if (period.from < held.from)
    return refuseFields([{ field: 'from', message: `The role begins on ${dayInWords(held.from)}.` }]);
  if (held.to !== undefined && input.to > held.to)
    return refuseFields([{ field: 'to', message: `The role itself ends after ${dayInWords(held.to)}.` }]);

  const { role, organisation, area } = held;
  const grant: Grant = { role, organisation, area, ...period, coverFor: absent.body.person };
  const wrong = refuseGrant(colleague, grant, 'by', facts);
  if (wrong) return wrong;
  const covering = advance(colleague, facts.now, {
    body: { ...colleague.body, grants: [...colleague.body.grants, grant] },
  });
  const covered = advance(absent, facts.now, {
    body: {
      ...absent.body,
      coveredBy: [...new Set([...absent.body.coveredBy, colleague.body.person])],
    },
  });
  const { reason } = input;
  return {
    changed: true,
    heads: [covering, covered],
    entries: [
      {
        ref: covering.ref,
        action: 'people.covering',
        content: { ...grant, forName: absent.body.name, reason },
      },
      {
        ref: covered.ref,
        action: 'people.covered',
        content: {
          role,
          organisation,
          ...period,
          colleague: colleague.body.person,
          colleagueName: colleague.body.name,
          reason,
        },
      },
    ],
    outcome: {
      ref: covered.ref,
      version: covered.version,
      message: `${colleague.body.name} covers for ${absent.body.name} as ${roleLabels[role]}, ${periodInWords(period)}.`,
    },
  };
}
