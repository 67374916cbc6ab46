import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import sinon from 'sinon';
import type { GraphRequest, GraphToken } from '../../bot/desk/graphPort.ts';
import { askGraph } from '../../bot/graph/askGraph.ts';

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

const create: GraphRequest = {
  method: 'POST',
  path: '/me/onlineMeetings',
  body: { subject: 'Session 1' },
  permissions: ['OnlineMeetings.ReadWrite'],
};
/** As Graph's documentation shows them. */
const created: Reply = {
  status: 201,
  body: { id: 'MSpkYzE3', joinWebUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting' },
};
const refusal = (code: string) => ({
  error: { code, message: 'About a person.', innerError: { 'request-id': '0' } },
});
const throttled = (after: string): Reply => ({
  status: 429,
  headers: { 'retry-after': after },
  body: refusal('TooManyRequests'),
});

describe('graph: requests', () => {
  let graph: Server;
  let replies: Reply[];
  let received: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[];
  before(async () => {
    graph = createServer((req, res) => {
      void reply(req, res);
    });
    async function reply(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const body = await text(req);
      received.push({ method: String(req.method), path: String(req.url), headers: req.headers, body });
      const { status, headers = {}, body: content = '' } = replies.shift() ?? { status: 500 };
      // Not chained: restify, once loaded in the same process, makes every writeHead return nothing.
      res.writeHead(status, headers);
      res.end(typeof content === 'string' ? content : JSON.stringify(content));
    }
    await new Promise<void>((resolve) => {
      graph.listen(0, '127.0.0.1', resolve);
    });
  });
  after(() => {
    graph.closeAllConnections();
    graph.close();
  });
  beforeEach(() => {
    received = [];
    const realFetch = globalThis.fetch;
    sinon.stub(globalThis, 'fetch').callsFake((to, init) => {
      const address = new URL(to instanceof Request ? to.url : to);
      assert.equal(address.origin, 'https://graph.microsoft.com');
      const { port } = graph.address() as AddressInfo;
      return realFetch(`http://127.0.0.1:${port}${address.pathname}${address.search}`, init);
    });
  });
  afterEach(() => sinon.restore());

  const expiresAt = Temporal.Instant.from('2027-01-28T10:00:00Z');
  const token: GraphToken = async () => ({ token: 'a-token-for-graph', expiresAt });

  /** Asks once, with Graph answering like this, one answer after the other. */
  async function ask(answers: readonly Reply[], request = create, graphToken = token) {
    replies = [...answers];
    const waits: number[] = [];
    const pause = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    return { answer: await askGraph(graphToken, pause)('assertion', request), waits };
  }

  it('D18 asks in the person’s name and gives back what Graph says', async () => {
    const { answer, waits } = await ask([created]);

    assert.deepEqual(answer, { done: true, body: created.body });
    assert.deepEqual(waits, []);
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = received;
    assert.deepEqual([method, path, body], ['POST', '/v1.0/me/onlineMeetings', '{"subject":"Session 1"}']);
    assert.equal(headers.authorization, 'Bearer a-token-for-graph');
    assert.equal(headers['content-type'], 'application/json');
  });

  it('D18 an answer without content is an answer', async () => {
    const { answer } = await ask([{ status: 204 }], { ...create, method: 'DELETE' });

    assert.deepEqual(answer, { done: true, body: undefined });
  });

  it('D18 waits as long as Graph says, and asks again', async () => {
    const { answer, waits } = await ask([throttled('2'), { ...throttled('3'), status: 503 }, created]);

    assert.deepEqual(answer, { done: true, body: created.body });
    assert.deepEqual(waits, [2000, 3000]);
    assert.equal(received.length, 3);
  });

  const gone: Record<string, readonly [replies: readonly Reply[], asked: number]> = {
    'wants a longer wait than a person has': [[throttled('6')], 1],
    'wants a wait until a date': [[throttled('Thu, 28 Jan 2027 10:00:00 GMT')], 1],
    'wants a wait three times over': [[throttled('1'), throttled('1'), throttled('1'), created], 3],
    'is broken, which may mean that it was done': [[{ status: 500 }, created], 1],
    'answers with what is no JSON': [[{ status: 200, body: '<html>' }], 1],
    'sends elsewhere': [[{ status: 302, headers: { location: '/elsewhere' } }, created], 1],
  };
  for (const [what, [answers, asked]] of Object.entries(gone)) {
    it(`D18 Graph ${what}: unavailable`, async () => {
      const { answer } = await ask(answers);

      assert.deepEqual(answer, { done: false, why: 'unavailable' });
      assert.equal(received.length, asked);
    });
  }

  it('D18 Graph’s own no is told by status and code, without its text', async () => {
    const { answer } = await ask([{ status: 403, body: refusal('Forbidden') }]);

    assert.deepEqual(answer, { done: false, why: 'refused', status: 403, code: 'Forbidden' });
  });

  for (const why of ['consent', 'unavailable'] as const) {
    it(`D18 without a token (${why}) Graph is not asked`, async () => {
      const { answer } = await ask([created], create, async () => ({ why }));

      assert.deepEqual(answer, { done: false, why });
      assert.deepEqual(received, []);
    });
  }
});
