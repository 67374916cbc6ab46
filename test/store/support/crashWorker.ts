/**
 * Child process of crash.test.ts. Arguments: store file, and optionally at which statement of its third batch to end
 * itself with SIGKILL. Commits batch after batch to the gateway, each a receipt, the head raised by one, and an entry,
 * and says `begin n` and `done n` around each. It speaks to the gateway itself: the SDK would take longer to load than
 * a round of the test may last.
 */
import { writeSync } from 'node:fs';
import { openGateway } from '../../../bot/store/embedded/gateway.ts';
import { entry, head, receipt } from './rows.ts';

const [file = '', killAt = '0'] = process.argv.slice(2);
const scope = 'area:north';
const documents = '/dbs/common-ground/colls/records/docs';
const say = (line: string) => writeSync(1, `${line}\n`);

let batches = 0;
let statements = 0;
const gateway = openGateway({
  file,
  afterStatement: () => {
    statements += 1;
    if (batches === 3 && statements === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  },
});
const headers = { 'x-ms-documentdb-partitionkey': JSON.stringify([scope]) };

const read = gateway.handle({ method: 'GET', path: `${documents}/head:INC-1`, headers });
let { version, _etag: etag } = readHead(read.body);
for (;;) {
  version += 1;
  batches += 1;
  statements = 0;
  const row = head({ scope, ref: 'INC-1', version });
  const body = JSON.stringify([
    { operationType: 'Create', resourceBody: receipt({ scope, id: `receipt:${version}` }) },
    { operationType: 'Replace', id: row.id, ifMatch: etag, resourceBody: row },
    { operationType: 'Create', resourceBody: entry({ scope, ref: 'INC-1', seq: version }) },
  ]);
  say(`begin ${version}`);
  const answer = gateway.handle({
    method: 'POST',
    path: documents,
    headers: { ...headers, 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' },
    body,
  });
  if (answer.status !== 200) throw new Error(`The batch was answered ${answer.status}: ${answer.body}`);
  say(`done ${version}`);
  const results: readonly { readonly eTag: string }[] = JSON.parse(answer.body);
  etag = results[1]?.eTag ?? '';
}

function readHead(text: string): { version: number; _etag: string } {
  return JSON.parse(text);
}
