/** A subject-access request from the day it comes in to the day it is answered (DOMAIN §8; steps are A). */
import type { z } from 'zod';
import type { subjectAccessClose, subjectAccessOpen } from '../../contract/subjectAccess.ts';
import { advance, refuseFields, refuseStale, settle, type Decision, type Facts } from '../decision.ts';
import type { FieldProblem } from '../../contract/refusal.ts';
import { checkBirthDate } from '../people/birth.ts';
import { identityByName, identityByNumber } from '../people/identity.ts';
import { parseNhsNumber } from '../people/nhsNumber.ts';
import { deadlineCatalogue } from '../time/deadlineCatalogue.ts';
import { dateLabel } from '../time/labels.ts';
import { londonDate } from '../time/london.ts';
import type { SubjectAccessRequest } from './request.ts';

type Opening = z.output<typeof subjectAccessOpen>;

/** The answer is due one calendar month after receipt (DL-29). */
export function openRequest(input: Opening, facts: Facts): Decision {
  const [first, ...rest] = checkRequest(input, facts);
  if (first) return refuseFields([first, ...rest]);
  const receivedOn = Temporal.PlainDate.from(input.receivedOn);
  const due = deadlineCatalogue['DL-29'].due(receivedOn, facts.calendar);
  const at = facts.now.toString();
  const request: SubjectAccessRequest = {
    type: 'SAR',
    ref: facts.mintReference('SAR'),
    area: facts.actor.area,
    organisation: facts.actor.organisation,
    createdBy: facts.actor.person,
    createdAt: at,
    updatedAt: at,
    state: 'OPEN',
    version: 1,
    profile: facts.profile,
    deadlines: { 'DL-29': { dueOn: due.toString() } },
    body: {
      personHashes: identitiesOf(input).map((identity) => facts.hashPerson(identity)),
      requesterReference: input.requesterReference,
      receivedOn: input.receivedOn,
      identityChecked: input.identityChecked,
    },
  };
  const { requesterReference, identityChecked } = request.body;
  return {
    changed: true,
    heads: [request],
    entries: [
      {
        ref: request.ref,
        action: 'subjectAccess.opened',
        content: { requesterReference, receivedOn: input.receivedOn, identityChecked },
      },
    ],
    outcome: {
      ref: request.ref,
      state: request.state,
      version: request.version,
      message: `${request.ref} is open. The answer is due by ${dateLabel(due)}.`,
    },
  };
}

/** Answered or withdrawn: from then on nothing more is read under it. */
export function closeRequest(
  input: z.output<typeof subjectAccessClose>,
  request: SubjectAccessRequest,
  facts: Facts,
): Decision {
  if (request.state !== 'OPEN' || (input.version !== undefined && input.version !== request.version))
    return refuseStale(`${request.ref} has moved on. Look at it again.`);
  const withdrawn = { ...request.deadlines, 'DL-29': { ...request.deadlines['DL-29'], cancelled: true } };
  const next = advance(request, facts.now, {
    state: input.how,
    deadlines: input.how === 'ANSWERED' ? settle(request, 'DL-29', facts.now) : withdrawn,
    body: { ...request.body, closed: { at: facts.now.toString(), how: input.how } },
  });
  return {
    changed: true,
    heads: [next],
    entries: [
      { ref: next.ref, action: 'subjectAccess.closed', content: { how: input.how, reason: input.reason } },
    ],
    outcome: {
      ref: next.ref,
      state: next.state,
      version: next.version,
      message: `${next.ref} is closed. Nothing more is read under it.`,
    },
  };
}

/** What the person is found by. */
export function identitiesOf(person: Pick<Opening, 'personName' | 'personBirthDate' | 'personNhsNumber'>) {
  return [
    ...(person.personNhsNumber ? [identityByNumber(person.personNhsNumber)] : []),
    identityByName(person.personName, person.personBirthDate),
  ];
}

/** Whether it was this person who asked, by name and date of birth: whoever prints the export says so once more. */
export function isOfPerson(
  request: SubjectAccessRequest,
  person: Pick<Opening, 'personName' | 'personBirthDate'>,
  hash: (identity: string) => string,
): boolean {
  return request.body.personHashes.includes(hash(identityByName(person.personName, person.personBirthDate)));
}

function checkRequest(input: Opening, facts: Facts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const today = londonDate(facts.now);
  const birth = checkBirthDate(input.personBirthDate, today);
  if (!birth.ok) problems.push({ field: 'personBirthDate', message: birth.message });
  if (input.personNhsNumber) {
    const number = parseNhsNumber(input.personNhsNumber, { allowTestRange: facts.allowTestNumbers });
    if (!number.ok) problems.push({ field: 'personNhsNumber', message: number.message });
  }
  const received = readDate(input.receivedOn);
  if (!received)
    problems.push({ field: 'receivedOn', message: 'This day is not in the calendar. Check the date.' });
  else if (Temporal.PlainDate.compare(received, today) > 0)
    problems.push({
      field: 'receivedOn',
      message: 'This date is in the future. Give the day the request arrived.',
    });
  return problems;
}

function readDate(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
