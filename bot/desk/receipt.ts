/** A command already done answers as it did then. Only its own giver ever finds its receipt (D7). */
import { outcome, type Outcome } from '../contract/answers.ts';
import type { Command, Performed } from './perform.ts';
import type { ReceiptRow } from './rows.ts';

export function receiptFrom(receipt: ReceiptRow, command: Command): Performed {
  if (receipt.command !== command.name) {
    return {
      done: false,
      refusal: {
        code: 'refused',
        message: 'This form was made for something else. Open the one you need and send that.',
      },
    };
  }
  return { done: true, outcome: outcomeOf(receipt.outcome), repeated: true };
}

/** Only what the contract knows of an outcome leaves the desk. */
export function outcomeOf(stored: unknown): Outcome {
  return outcome.parse(stored);
}
