import { askReason, type Refused } from '../decision.ts';
import { otherNhsNumberWarning } from '../people/nhsNumber.ts';

/**
 * W-08: no free text holds another person's NHS number without a reason. `own` is the number of the person the record
 * is about, if known. The first text that does is asked about, at its field.
 */
export function checkFreeText(
  texts: Readonly<Record<string, string | undefined>>,
  reasons: Readonly<Record<string, string>> | undefined,
  own?: string,
): Refused | undefined {
  if (reasons?.['W-08']) return undefined;
  for (const [field, text] of Object.entries(texts)) {
    const warning = text ? otherNhsNumberWarning(text, own) : undefined;
    if (warning) return askReason(warning.rule, warning.message, field);
  }
  return undefined;
}
