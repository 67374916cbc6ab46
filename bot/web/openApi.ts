/** The API described by the very schemas that check it: each command and question its own operation. */
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { apiCommands, commands } from '../contract/commands.ts';
import { files, type FileName } from '../contract/files.ts';
import { questions } from '../contract/questions.ts';
import { refusal, refusalCodes } from '../contract/refusal.ts';
import { demoApi } from './demoApi.ts';
import { commandAnswer, commandBody, offeredQuestions, questionBody } from './envelopes.ts';
import { describeRefinements } from './openApiNotes.ts';

export interface ApiFacts {
  readonly publicUrl: string;
  readonly demo: boolean;
}

type Body = z.ZodType;

/** An OpenAPI 3.1 document, ready to be sent as JSON. */
export function describeApi({ publicUrl, demo }: ApiFacts) {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Common Ground',
        version: '1',
        license: { name: 'MIT', identifier: 'MIT' },
        description: introduction,
      },
      servers: [{ url: publicUrl }],
      security: [{ bearer: [] }],
      tags: [
        { name: 'Commands' },
        { name: 'Questions' },
        { name: 'Files' },
        ...(demo ? [{ name: 'Demo' }] : []),
        { name: 'Service' },
      ],
      paths: {
        ...commandPaths(),
        ...questionPaths(),
        ...filePaths(),
        ...(demo ? demoPaths() : {}),
        ...servicePaths,
      },
      components: {
        responses: problems,
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'The token Teams gives the tab; in demo mode the one from /api/demo/sign-in.',
          },
        },
      },
    },
    { override: describeRefinements },
  );
}

const introduction = `Everything the tab does, it does through this API. A command changes something, a question reads, a file is fetched to be kept.

Send a command with an id of your own making (a UUID): sent again with the same id, it does nothing twice and answers as it did the first time. Leave \`under\` out to act under the first of your roles that allows it.

A question's answer carries an ETag. Send it back as If-None-Match, and the answer is 304 as long as nothing changed.

Whatever is not done answers with a Refusal: one sentence for the person, and a code.
${Object.entries(refusalCodes)
  .map(([code, means]) => `- \`${code}\`: ${means}`)
  .join('\n')}

Rules of policy that depend on several fields, on the day or on the record are checked after the schemas here; such a Refusal names the rule.`;

const answerOf = (schema: Body, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const problem = (description: string) => answerOf(refusal, description);

const problems = {
  Invalid: problem('`invalid`: a field is missing or wrong, or this is not JSON.'),
  SignIn: problem('`signIn`: the token is missing or no longer good, or you are not in the directory.'),
  NotAvailable: problem('`notAvailable`: not for your role, or not there.'),
  NotFound: problem('`unknown`: there is nothing at this address.'),
  TooSlow: problem('`invalid`: the request took too long to arrive.'),
  Stale: problem('`stale`: the record has moved on.'),
  TooLarge: problem('`invalid`: the request is too large.'),
  WrongType: problem('`invalid`: not JSON, or compressed.'),
  Refused: problem('`refused` or `warning`: a rule says no, or asks for a reason. `rule` names it.'),
  Failed: problem('`busy`: something went wrong here; the sentence holds a number for your administrator.'),
  Busy: {
    ...problem('`busy`: try again after the seconds in Retry-After.'),
    headers: { 'Retry-After': { schema: { type: 'integer' as const } } },
  },
};
const see = (name: keyof typeof problems) => ({ $ref: `#/components/responses/${name}` });

const bodyProblems: ZodOpenApiResponsesObject = {
  400: see('Invalid'),
  408: see('TooSlow'),
  413: see('TooLarge'),
  415: see('WrongType'),
  500: see('Failed'),
  503: see('Busy'),
};
const deskProblems: ZodOpenApiResponsesObject = {
  ...bodyProblems,
  401: see('SignIn'),
  403: see('NotAvailable'),
  409: see('Stale'),
  422: see('Refused'),
};

const jsonBody = (schema: Body) => ({ required: true, content: { 'application/json': { schema } } });

function commandPaths(): ZodOpenApiPathsObject {
  const operations = apiCommands.map((name): [string, { post: ZodOpenApiOperationObject }] => {
    const { input, summary } = commands[name];
    const operation = {
      operationId: name,
      tags: ['Commands'],
      summary,
      requestBody: jsonBody(commandBody.extend({ input })),
      responses: { 200: answerOf(commandAnswer, 'Done.'), ...deskProblems },
    };
    return [`/api/commands/${name}`, { post: operation }];
  });
  return Object.fromEntries(operations);
}

function questionPaths(): ZodOpenApiPathsObject {
  const operations = offeredQuestions.map((name): [string, { post: ZodOpenApiOperationObject }] => {
    const { input, answer, summary } = questions[name];
    const operation = {
      operationId: name,
      tags: ['Questions'],
      summary,
      parameters: [ifNoneMatch],
      requestBody: jsonBody(questionBody.extend({ input })),
      responses: {
        200: {
          ...answerOf(answer, 'The answer.'),
          headers: { ETag: { schema: { type: 'string' as const } } },
        },
        304: { description: 'Nothing changed since the answer with this ETag.' },
        ...deskProblems,
      },
    };
    return [`/api/questions/${name}`, { post: operation }];
  });
  return Object.fromEntries(operations);
}

function filePaths(): ZodOpenApiPathsObject {
  const operations = (Object.keys(files) as FileName[]).map(
    (name): [string, { post: ZodOpenApiOperationObject }] => {
      const { input, summary, mediaType } = files[name];
      const file = {
        description: 'The file.',
        content: { [mediaType]: { schema: { type: 'string' } } },
      } as const;
      const operation = {
        operationId: name,
        tags: ['Files'],
        summary,
        requestBody: jsonBody(questionBody.extend({ input })),
        responses: { 200: { ...file, headers: { 'Content-Disposition': filename } }, ...deskProblems },
      };
      return [`/api/files/${name}`, { post: operation }];
    },
  );
  return Object.fromEntries(operations);
}

const filename = {
  description: 'That it is to be saved, and under which name.',
  schema: { type: 'string' as const },
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header' as const,
  description: 'The ETag of the answer you have.',
  schema: { type: 'string' as const },
};

const openToAll = (operationId: string, { summary, answer }: { summary: string; answer: Body }) => ({
  operationId,
  tags: ['Demo'],
  summary,
  security: [],
  responses: { 200: answerOf(answer, 'Done.'), ...bodyProblems },
});

function demoPaths(): ZodOpenApiPathsObject {
  const overview = openToAll('demo', demoApi.overview);
  const signIn = openToAll('demo.signIn', demoApi.signIn);
  const clock = openToAll('demo.clock', demoApi.clock);
  return {
    '/api/demo': { get: overview },
    '/api/demo/sign-in': { post: { ...signIn, requestBody: jsonBody(demoApi.signIn.body) } },
    '/api/demo/clock': {
      post: {
        ...clock,
        requestBody: jsonBody(demoApi.clock.body),
        responses: { ...clock.responses, 422: see('Refused') },
      },
    },
  };
}

const service = (operationId: string, summary: string, responses: ZodOpenApiResponsesObject) => ({
  get: { operationId, tags: ['Service'], summary, security: [], responses },
});

const servicePaths: ZodOpenApiPathsObject = {
  '/health': service('health', 'Whether the process is alive.', {
    200: answerOf(z.object({ alive: z.boolean() }), 'It is.'),
  }),
  '/ready': service('ready', 'Whether the store answers.', {
    200: answerOf(z.object({ ready: z.boolean() }), 'It does.'),
    503: see('Busy'),
  }),
  '/api/openapi.json': service('openapi', 'This description.', {
    200: answerOf(z.record(z.string(), z.unknown()), 'An OpenAPI 3.1 document.'),
  }),
};
