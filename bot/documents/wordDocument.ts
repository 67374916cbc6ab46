import type { Paragraph } from 'docx';
import type { WordDocument, WordPart } from '../desk/documents.ts';

/** Twentieths of a point, as Word counts. */
const spaceAfter = 120;

/**
 * A Word document that holds text and nothing else: no field, no link, no macro. The library is loaded at the first
 * one, because it is large and seldom needed.
 */
export async function wordDocument({ title, foot, parts }: WordDocument): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, Footer, HeadingLevel, PageNumber, Packer, Paragraph, TextRun } = docx;
  const spacing = { after: spaceAfter };
  const heading = (text: string, level: 'TITLE' | 'HEADING_1' | 'HEADING_2', newPage = false) =>
    new Paragraph({
      heading: HeadingLevel[level],
      spacing: { before: 2 * spaceAfter, after: spaceAfter },
      keepNext: true,
      pageBreakBefore: newPage,
      children: [new TextRun(plain(text))],
    });
  const lines = (text: string) =>
    plain(text)
      .split('\n')
      .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }));

  const paragraphsOf = (part: WordPart): Paragraph[] => {
    if ('heading' in part) return [heading(part.heading, 'HEADING_1', part.newPage)];
    if ('subheading' in part) return [heading(part.subheading, 'HEADING_2')];
    if ('text' in part) return [new Paragraph({ spacing, children: lines(part.text) })];
    if ('list' in part)
      return part.list.map((item) => new Paragraph({ bullet: { level: 0 }, spacing, children: lines(item) }));
    return part.facts.map(
      ({ label, value }) =>
        new Paragraph({
          spacing,
          children: [new TextRun({ text: `${plain(label)}: `, bold: true }), ...lines(value)],
        }),
    );
  };

  const document = new Document({
    title: plain(title),
    creator: 'Common Ground',
    lastModifiedBy: 'Common Ground',
    styles: {
      default: { document: { run: { font: 'Arial', size: 24, language: { value: 'en-GB' } } } },
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun(`${plain(foot)} · page `),
                  new TextRun({ children: [PageNumber.CURRENT] }),
                ],
              }),
            ],
          }),
        },
        children: [heading(title, 'TITLE'), ...parts.flatMap(paragraphsOf)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

// What XML has no place for, and marks that turn the direction of writing: they hide what a text says.
const unprintable = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\ufffe\uffff]/gu;

/** A text as Word can hold it; line ends become one kind. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(unprintable, '');
}
