/** Reading one named person's records under a logged subject-access request (DOMAIN §1.2), and nothing besides. */
import type { Grant } from '../contract/roles.ts';
import { identitiesInReport } from '../domain/incident/peopleInReport.ts';
import type { SubjectAccessRequest } from '../domain/subjectAccess/request.ts';
import { subjectOf } from './authorise.ts';
import { collect } from './collect.ts';
import { asIncident } from './commands/incident.ts';
import { kindOf } from './kinds.ts';
import { logRead } from './logAccess.ts';
import { allows } from './permissions/allows.ts';
import { answersForRecord, organisationOf } from './officerReach.ts';
import type { HeadRow } from './rows.ts';
import { scopesOfArea } from './scopesOfArea.ts';
import type { QuestionContext } from './spec.ts';

interface Reading {
  readonly request: SubjectAccessRequest;
  readonly grant: Grant;
  /** The question or file, for the access log. */
  readonly name: string;
  /** Set for what leaves as a file: every fetching is a reading of its own. */
  readonly each?: true;
}

/**
 * Heads of every record of the person that the officer answers for, oldest first: of the area itself and of the
 * programme's providers. Each is logged as read under the request before this returns. Throws when the request is closed.
 */
export async function recordsOfPerson(
  { office, person, origin }: Pick<QuestionContext<unknown>, 'office' | 'person' | 'origin'>,
  { request, grant, name, each }: Reading,
): Promise<HeadRow[]> {
  if (request.state !== 'OPEN') throw new Error(`Nothing is read under ${request.ref}, which is closed.`);
  const scopes = await scopesOfArea(office, grant.area);
  const lists = scopes.flatMap((scope) =>
    request.body.personHashes.map((personHash) =>
      collect(office.records, scope, 'recordsOfPerson', { personHash }),
    ),
  );
  const found = new Map(
    (await Promise.all(lists)).flat().map(({ scope, ref }) => [`${scope} ${ref}`, { scope, ref }]),
  );
  const organisation = await organisationOf(office, grant);
  const stored = await Promise.all(
    [...found.values()].map(({ scope, ref }) => office.records.read(scope, ref, 'head')),
  );
  const heads = stored
    .flatMap((head) =>
      head && mayRead(grant, head.row, person.person) && answersForRecord(organisation, head.row)
        ? [head.row]
        : [],
    )
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  await Promise.all(
    heads.map(({ ref }) =>
      logRead(office, {
        person: person.person,
        origin,
        grant,
        name,
        ref,
        under: request.ref,
        ...(each ? { each } : {}),
      }),
    ),
  );
  return heads;
}

/** The condition of §1.2 is met here and nowhere else: the records come from the request's own person. */
function mayRead(grant: Grant, head: HeadRow, who: string): boolean {
  const { object } = kindOf(head.type);
  const subject = { ...subjectOf(head, who), facts: ['subjectAccess' as const] };
  return object !== undefined && allows(grant, 'R', object, subject).allowed;
}

/** What the person is in a record: who did it, whom that person came with, or the one the record is about. */
export function roleInRecord(
  head: HeadRow,
  { body: { personHashes } }: SubjectAccessRequest,
  hash: (identity: string) => string,
): string {
  if (head.type !== 'INC') return 'Patient';
  const { reported } = identitiesInReport(asIncident(head).body.report);
  return reported.some((identity) => personHashes.includes(hash(identity))) ? reportedAs : accompaniedAs;
}

export const reportedAs = 'Reported to have done it';
export const accompaniedAs = 'Patient whom that person came with';
