/**
 * Text made fit to stand in a Markdown position of a card, so that it is shown as it was typed. Backslashes before the
 * signs of CommonMark; those that only count at the start of a line only there, so that a reference keeps its hyphens.
 * A card's own date macro `{{DATE(…)}}` loses its meaning too. Spaces in front of a line become no-break spaces,
 * because four ordinary ones make a block of code.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>&]/g, String.raw`\$&`)
    .replace(/\{(?=\{)|(?<=\{)\{/g, String.raw`\{`)
    .replace(/^[ \t]+/gm, (spaces) => '\u00a0'.repeat(spaces.length))
    .replace(/^(\u00a0*)([#+=-])/gm, String.raw`$1\$2`)
    .replace(/^(\u00a0*\d{1,9})([.)])/gm, String.raw`$1\$2`);
}
