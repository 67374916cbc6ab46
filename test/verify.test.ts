import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { area, openBooks, threeJourneys, type Books } from './support/books.ts';

const script = join(import.meta.dirname, '..', 'bot', 'verify.ts');
const run = (file: string) =>
  spawnSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, DATA_FILE: file } });

describe('npm run verify', () => {
  let books: Books;
  let incident: string;
  before(async () => {
    books = await openBooks();
    ({ incident } = await threeJourneys(books));
    books.at('2027-01-14T09:00:00Z');
    await books.seal();
  });
  after(() => books.close());

  it('prints what it saw, that the chain holds and what that does not prove, and ends with 0', () => {
    const { status, stdout, stderr } = run(books.house.file);

    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.match(stdout, /\d+ records, \d+ entries of history, \d+ lines of the access log/);
    assert.match(
      stdout,
      /\d+ daily seals, \d+ of them found again outside the store, up to Wednesday 13 January 2027/,
    );
    assert.match(stdout, /^The chain holds\.$/m);
    assert.match(stdout, /What this does not prove/);
  });

  it('names the first broken link, holds no field of a record, and ends with 1', async () => {
    const rows = await books.raw('records').all(area);
    const entry = rows.find(({ id }) => id === `${incident}:000001`);
    await books.raw('records').put({ ...entry, id: `${incident}:000001`, actor: 'person-999' });

    const { status, stdout } = run(books.house.file);

    assert.equal(status, 1);
    assert.match(
      stdout,
      new RegExp(`^Broken: ${area}, ${incident}: ${incident}:000001: was changed\\.$`, 'm'),
    );
    assert.doesNotMatch(stdout, /Tindall|Rosa|holds\.$/m);
  });

  it('makes no store where there is none', () => {
    const { status, stderr } = run(join(books.house.file, '..', 'nothing.sqlite'));

    assert.equal(status, 1);
    assert.match(
      stderr,
      /^There is no store at .*nothing\.sqlite\. Start the app once, or set DATA_FILE\.$/m,
    );
  });
});
