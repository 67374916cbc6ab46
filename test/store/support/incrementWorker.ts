/**
 * Child process of processes.test.ts. Arguments: store file, scope, name, times. Opens the store as the app does and
 * adds one to the head `INC-1` that many times, each with its entry; creates the head when it is the first to come.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../../bot/store/client.ts';
import { entry, head, receipt } from './rows.ts';

const [file = '', scope = '', name = '', times = ''] = process.argv.slice(2);
const { records, close } = await openStore({ embedded: { file } });
await records.commit(scope, [{ op: 'create', row: head({ scope, ref: 'INC-1', version: 0 }) }]);
let lost = 0;
for (let done = 0; done < Number(times);) {
  const found = await records.read(scope, 'head:INC-1', 'head');
  if (!found) throw new Error('The head is gone.');
  const version = found.row.version + 1;
  const result = await records.commit(scope, [
    { op: 'create', row: receipt({ scope, id: `receipt:${name}:${done}` }) },
    { op: 'replace', row: { ...found.row, version }, etag: found.etag },
    { op: 'create', row: entry({ scope, ref: 'INC-1', seq: version, actor: name }) },
  ]);
  if (result.committed) done += 1;
  else if (result.at === 1 && result.status === 412) {
    lost += 1;
    // As the desk does: wait before another try, so that someone gets through.
    await pause(lost % 7);
  } else throw new Error(`Operation ${result.at} was refused with ${result.status}.`);
}
close();
process.stdout.write(`${lost}\n`);
