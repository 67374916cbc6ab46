import { REFERENCE_TYPES } from '../domain/references.ts';

/**
 * References by their shape alone, so that one with a mistyped digit passes the gate like any other. That of a
 * safeguarding concern is not among them: it tells by itself what it is about (DOMAIN §8.1).
 */
export const referencePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${REFERENCE_TYPES.filter((type) => type !== 'SGC').join('|')})-20\d\d-\d{7}(?![\p{L}\p{N}])`,
  'gu',
);

/** Ids the app makes: hashes and UUIDs. Their letters and digits spell things by chance. */
const machineId =
  /(?<![\p{L}\p{N}])(?:[0-9a-f]{32,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\p{L}\p{N}])/gu;

/** A text without the references and ids in it: what is left must identify nobody. */
export function withoutReferences(text: string): string {
  return text.replace(referencePattern, ' · ').replace(machineId, ' · ');
}

export function firstReference(texts: readonly string[]): string | undefined {
  return texts.map((text) => text.match(referencePattern)?.[0]).find((found) => found !== undefined);
}
