import { normaliseName } from './names.ts';

/** What a person is found by: the digits of the NHS number. Only its keyed hash is ever stored as an index (D6). */
export function identityByNumber(nhsNumber: string): string {
  return `nhs:${nhsNumber.replace(/\D/g, '')}`;
}

/** What a person is found by when the number is unknown: the name, however it is spelt, and the ISO day of birth. */
export function identityByName(name: string, birthDate: string): string {
  return `name:${normaliseName(name)}|${birthDate}`;
}
