import { codeTests, dateTests, numberTests } from './identifierCodes.ts';
import { nameTests } from './identifierNames.ts';
import { narrativeTests } from './identifierNarrative.ts';
import type { IdentifierTest } from './identifierPattern.ts';

/**
 * From the texts that identify someone (the desk's `identifiers`) to tests that find each of them in a message. The
 * desk does not say what they are, and people write telephone numbers into fields for names: so each is looked at for
 * everything it may hold.
 */
export function testsFor(identifiers: readonly string[]): IdentifierTest[] {
  return [...new Set(identifiers)]
    .filter((identifier) => identifier.trim() !== '')
    .flatMap((identifier) => [
      ...dateTests(identifier),
      ...numberTests(identifier),
      ...codeTests(identifier),
      ...nameTests(identifier),
      ...narrativeTests(identifier),
    ]);
}
