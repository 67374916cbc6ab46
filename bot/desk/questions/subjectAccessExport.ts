import type { Grant } from '../../contract/roles.ts';
import { isOfPerson } from '../../domain/subjectAccess/handleRequest.ts';
import type { SubjectAccessRequest } from '../../domain/subjectAccess/request.ts';
import { dateLabel } from '../../domain/time/labels.ts';
import { londonDate } from '../../domain/time/london.ts';
import { collect } from '../collect.ts';
import { asRequest } from '../commands/subjectAccess.ts';
import type { WordDocument } from '../documents.ts';
import { directory } from '../office.ts';
import { everyone } from '../people.ts';
import type { FileSpecs, QuestionContext } from '../spec.ts';
import { recordsOfPerson } from '../subjectAccess.ts';
import { notAvailableAnswer } from './find.ts';
import { checkInWords, findRequest, readRequest } from './subjectAccess.ts';
import { recordInWords, type About } from './subjectAccessRecord.ts';

const name = 'subjectAccess.export';

export const subjectAccessFiles = {
  [name]: {
    ...readRequest,
    answer: async (context) => {
      const { input, office, grants, person, now } = context;
      const found = await findRequest(office, grants, person.person, input.ref);
      if (!found) return notAvailableAnswer;
      const request = asRequest(found.head);
      if (request.state !== 'OPEN') return closedAnswer;
      if (!isOfPerson(request, input, office.hashPerson)) return someoneElse;
      const heads = await recordsOfPerson(context, { request, grant: found.grant, name, each: true });
      const about: About = {
        request,
        person: input.personName,
        now,
        hash: office.hashPerson,
        staff: (await everyone(office)).map((row) => row.name),
      };
      const records = await Promise.all(
        heads.map(async (head) =>
          recordInWords(
            head,
            await collect(office.records, head.scope, 'entriesOfRecord', { ref: head.ref }),
            about,
          ),
        ),
      );
      const document: WordDocument = {
        title: 'Your personal data',
        foot: request.ref,
        parts: [...(await cover(context, request, found.grant, heads.length)), ...records.flat()],
      };
      return {
        answered: true,
        identifiers: [],
        read: request.ref,
        answer: {
          filename: `subject-access-${request.ref}.docx`,
          bytes: await office.documents.word(document),
        },
      };
    },
  },
} satisfies Partial<FileSpecs>;

const closedAnswer = {
  answered: false,
  refusal: { code: 'stale', message: 'This request is closed, so nothing more is read under it.' },
} as const;

const notThem =
  'This is not the name and date of birth that the request was opened with. Compare it with the letter.';
const someoneElse = {
  answered: false,
  refusal: { code: 'invalid', field: 'personName', message: notThem },
} as const;

type Context = QuestionContext<{ readonly personName: string; readonly personBirthDate: string }>;

async function cover(
  { office, input, now }: Context,
  request: SubjectAccessRequest,
  grant: Grant,
  count: number,
): Promise<WordDocument['parts']> {
  const area = await office.records.read(directory, `area:${grant.area}`, 'area');
  const { requesterReference, receivedOn, identityChecked } = request.body;
  return [
    {
      facts: [
        { label: 'Name', value: input.personName },
        { label: 'Date of birth', value: dateLabel(Temporal.PlainDate.from(input.personBirthDate)) },
        { label: 'Your reference', value: requesterReference },
        { label: 'Our reference', value: request.ref },
        { label: 'Request received', value: dateLabel(Temporal.PlainDate.from(receivedOn)) },
        { label: 'How we knew that it was you', value: checkInWords(identityChecked) },
        { label: 'Made on', value: dateLabel(londonDate(now)) },
      ],
    },
    {
      text: `This is what Common Ground holds about you in ${area?.row.name ?? 'this area'}: ${countInWords(count)}.`,
    },
    {
      text: 'What is about other people is left out, such as names of staff, witnesses and other patients. Each record says what was left out of it. Where “[left out]” stands in a text, a name or a number of somebody else stood there.',
    },
  ];
}

function countInWords(count: number): string {
  if (count === 0) return 'no record';
  return count === 1 ? 'one record' : `${count} records`;
}
