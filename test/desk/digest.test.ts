import assert from 'node:assert/strict';
import fc from 'fast-check';
import { brokenLink, chainStart, leftSo, sealEntry } from '../../bot/desk/digest.ts';
import type { EntryRow } from '../../bot/desk/rows.ts';
import { systemRandom } from '../../bot/random.ts';

function chainOf(contents: readonly Record<string, unknown>[]): EntryRow[] {
  const entries: EntryRow[] = [];
  for (const content of contents) {
    const last = entries.at(-1) ?? chainStart;
    entries.push(
      sealEntry(
        last,
        {
          scope: 'area:a',
          ref: 'INC-2027-0000000',
          at: '2027-01-11T10:00:00Z',
          area: 'a',
          door: 'tab',
          request: 'request-1',
          actor: 'person-1',
          role: 'PRS',
          organisation: 'Z99001',
          action: 'tried',
          commandId: 'command-1',
          content,
        },
        { state: 'TRIED', ...content },
        systemRandom,
      ),
    );
  }
  return entries;
}
const end = (entries: readonly EntryRow[]) => {
  const last = entries.at(-1) ?? chainStart;
  return { seq: last.seq, digest: last.digest };
};
const contents = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 6 });

describe('D16 history that can be checked', () => {
  it('holds for any contents', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const entries = chainOf(all);
        assert.equal(brokenLink(entries, end(entries)), undefined);
      }),
    );
  });

  it('does not depend on the order in which a store gives the keys back', () => {
    const [entry] = chainOf([{ a: 1, b: { c: 2, d: 3 } }]);
    assert(entry);

    const turned = { ...entry, content: { b: { d: 3, c: 2 }, a: 1 } };

    assert.equal(brokenLink([turned], end([entry])), undefined);
  });

  it('still verifies when content and salt have been destroyed, leaving a stub', () => {
    const entries = chainOf([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);

    const stubs = entries.map(({ content: _content, salt: _salt, ...stub }) => stub);

    assert.equal(brokenLink(stubs, end(entries)), undefined);
  });

  const tampered: Record<string, (entry: EntryRow) => EntryRow> = {
    'another content': (entry) => ({ ...entry, content: { text: 'changed' } }),
    'another actor': (entry) => ({ ...entry, actor: 'person-2' }),
    'another role': (entry) => ({ ...entry, role: 'PPM' }),
    'another time': (entry) => ({ ...entry, at: '2027-01-12T10:00:00Z' }),
    'another door': (entry) => ({ ...entry, door: 'chat' }),
    'another request': (entry) => ({ ...entry, request: 'request-2' }),
    'another area': (entry) => ({ ...entry, area: 'b' }),
    'another state after it': (entry) => ({ ...entry, headDigest: 'f'.repeat(64) }),
    'another action': (entry) => ({ ...entry, action: 'other' }),
    'another salt': (entry) => ({ ...entry, salt: '00' }),
    'another digest': (entry) => ({ ...entry, digest: 'f'.repeat(64) }),
  };
  for (const [what, change] of Object.entries(tampered)) {
    it(`names the first broken link: ${what}`, () => {
      const entries = chainOf([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);

      const changed = entries.map((entry) => (entry.seq === 2 ? change(entry) : entry));

      assert.match(brokenLink(changed, end(entries)) ?? '', /INC-2027-0000000:00000[23]/);
    });
  }

  it('notices a missing entry, and one cut off at the end', () => {
    const entries = chainOf([{ text: 'one' }, { text: 'two' }, { text: 'three' }]);

    assert.match(
      brokenLink(
        entries.filter((entry) => entry.seq !== 2),
        end(entries),
      ) ?? '',
      /2 is missing/,
    );
    assert.match(brokenLink(entries.slice(0, 2), end(entries)) ?? '', /does not end/);
  });

  it('§8 notices a record that is not what its last entry left, and cannot tell once the salt is destroyed', () => {
    const [entry] = chainOf([{ text: 'one' }]);
    assert(entry);
    const { salt: _salt, ...stub } = entry;
    const row = { id: 'INC', scope: 'area:a', kind: 'head', chain: {}, guarded: 3, text: 'one' };

    assert.equal(leftSo(entry, { ...row, state: 'TRIED' }), true);
    assert.equal(leftSo(entry, { ...row, state: 'CLOSED' }), false);
    assert.equal(leftSo(stub, { ...row, state: 'CLOSED' }), true);
  });
});
