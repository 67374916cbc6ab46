/** A command already done answers as it did then, to the person who did it (D7). */
import { outcome, type Outcome } from '../contract/answers.ts';
import type { Command, Performed } from './perform.ts';
import type { ReceiptRow } from './rows.ts';

export function receiptFrom(receipt: ReceiptRow, command: Command, person: string): Performed {
  if (receipt.actor !== person || receipt.command !== command.name) {
    return {
      done: false,
      refusal: {
        code: 'refused',
        message: 'This form was made for someone else. Open your own and send that.',
      },
    };
  }
  return { done: true, outcome: outcomeOf(receipt.outcome), repeated: true };
}

/** Only what the contract knows of an outcome leaves the desk. */
export function outcomeOf(stored: unknown): Outcome {
  return outcome.parse(stored);
}
