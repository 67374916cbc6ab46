/** A required field says so in words, not by a star. */
export function wordsFor(label: string, required: boolean | undefined): string {
  return required ? `${label} (required)` : label;
}
