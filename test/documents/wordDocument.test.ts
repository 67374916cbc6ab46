import assert from 'node:assert/strict';
import fc from 'fast-check';
import mammoth from 'mammoth';
import type { WordPart } from '../../bot/desk/documents.ts';
import { documents } from '../../bot/documents/documents.ts';
import { unzip } from '../support/unzip.ts';

const make = async (...parts: WordPart[]) =>
  Buffer.from(await documents.word({ title: 'Your personal data', foot: 'SAR-2027-0000001', parts }));
const textOf = async (file: Buffer) => (await mammoth.extractRawText({ buffer: file })).value;

describe('a Word document', () => {
  it('D19 has headings, facts, texts and lists that Word reads back', async () => {
    const file = await make(
      { heading: 'Incident report', newPage: true },
      { facts: [{ label: 'State', value: 'Closed' }] },
      { subheading: 'What was done' },
      { text: 'First line.\nSecond line.' },
      { list: ['one', 'two'] },
    );

    const { value: html } = await mammoth.convertToHtml({ buffer: file });

    assert.match(html, /<h1>Incident report<\/h1>/);
    assert.match(html, /<h2>What was done<\/h2>/);
    assert.match(html, /<strong>State: <\/strong>Closed/);
    assert.match(html, /First line\.<br \/>Second line\./);
    assert.match(html, /<ul><li>one<\/li><li>two<\/li><\/ul>/);
  });

  for (const text of [
    "=cmd|' /C calc'!A0",
    '{ INCLUDETEXT "C:\\\\secret.docx" }',
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    '<w:fldSimple w:instr="INCLUDETEXT x"/> & "quoted" \'single\' ]]>',
    '&#x3C;script&#x3E;',
    'https://example.org/ and mailto:a@example.org',
  ]) {
    it(`holds ${JSON.stringify(text)} as the text it is`, async () => {
      const file = await make(
        { text },
        { facts: [{ label: text, value: text }] },
        { list: [text] },
        { heading: text },
      );

      assert.equal((await textOf(file)).split(text).length - 1, 5);
      const body = unzip(file).get('word/document.xml') ?? '';
      assert.ok(body.length > 0);
      assert.doesNotMatch(body, /<w:(instrText|fldSimple|fldChar|hyperlink|object|altChunk)/);
    });
  }

  it('drops what XML cannot hold and what turns the direction of writing', async () => {
    const file = await make({
      text: 'a\u0000b\u0008c\u001fd\ufffee\ud800f \u202eevil\u202c \u2066x\u2069\u000bg',
    });
    assert.match(await textOf(file), /abcde\ufffdf evil xg/);
  });

  it('is a sound file whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 40 }),
        async (a, b) => {
          const file = await make(
            { text: `A${a}Z` },
            { facts: [{ label: `L${b}`, value: a }] },
            { heading: b },
          );
          const { messages } = await mammoth.extractRawText({ buffer: file });
          assert.deepEqual(messages, []);
          assert.ok((await textOf(file)).includes('Your personal data'));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('names the app and nobody else as its author, and holds no macro or outside link', async () => {
    const files = unzip(await make({ text: 'Hello.' }));
    const core = files.get('docProps/core.xml') ?? '';
    assert.match(core, /Common Ground/);
    assert.doesNotMatch(core, /Un-named/);
    const names = [...files.keys()];
    assert.deepEqual(
      names.filter((name) => /vba|embeddings|activeX/i.test(name)),
      [],
    );
    for (const [name, text] of files)
      if (name.endsWith('.rels')) assert.doesNotMatch(text, /TargetMode="External"/);
  });
});
