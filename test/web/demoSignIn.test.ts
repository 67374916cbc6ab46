import assert from 'node:assert/strict';
import { decodeProtectedHeader } from 'jose';
import { demoSignIn } from '../../bot/web/demoSignIn.ts';

describe('demo sign-in', () => {
  const key = new Uint8Array(32).fill(1);
  const start = Temporal.Instant.from('2027-01-28T09:00:00Z');
  const at = (now: Temporal.Instant) => demoSignIn({ key, machine: { now: () => now } });

  it('D14 a token says who it was made for, also after a restart with the same key', async () => {
    const token = await at(start).tokenFor('person-101');

    const signedIn = await at(start.add({ minutes: 1 })).signIn(`Bearer ${token}`);

    assert.deepEqual(signedIn, { person: 'person-101' });
  });

  it('a token holds nobody’s id in the clear', async () => {
    const token = await at(start).tokenFor('person-101');

    const readable = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    assert.doesNotMatch(readable.join(' '), /person/);
    assert.deepEqual(decodeProtectedHeader(token), { alg: 'dir', enc: 'A256GCM' });
  });

  it('a token is good for 12 hours and no longer', async () => {
    const token = await at(start).tokenFor('person-101');

    const justBefore = await at(start.add({ hours: 12 }).subtract({ seconds: 1 })).signIn(`Bearer ${token}`);
    const after = await at(start.add({ hours: 12, seconds: 1 })).signIn(`Bearer ${token}`);

    assert.deepEqual(justBefore, { person: 'person-101' });
    assert.equal(after, undefined);
  });

  it('a token of another key, or one that was changed, is nobody’s', async () => {
    const token = await at(start).tokenFor('person-101');
    const other = demoSignIn({ key: new Uint8Array(32).fill(2), machine: { now: () => start } });
    const [head, none, iv, text = '', tag] = token.split('.');
    const changed = [head, none, iv, `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`, tag].join('.');

    assert.equal(await other.signIn(`Bearer ${token}`), undefined);
    assert.equal(await at(start).signIn(`Bearer ${changed}`), undefined);
    assert.equal(await at(start).signIn(undefined), undefined);
    assert.equal(await at(start).signIn(token), undefined);
  });
});
