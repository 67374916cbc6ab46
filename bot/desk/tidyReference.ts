import { parseReference } from '../domain/references.ts';

/** A reference as stored, from one typed with spaces, in small letters or without hyphens; otherwise as it came. */
export function tidyReference(typed: string): string {
  return parseReference(typed)?.ref ?? typed.trim();
}
