/** What every part of the chat works with. */
import type { Person } from '../desk/caller.ts';
import type { Desk } from '../desk/desk.ts';
import type { Log } from '../desk/logPort.ts';
import type { AdaptiveCard } from '../outbound/renderCard.ts';

export interface Chat {
  readonly desk: Desk;
  /** Where the tab is served, without a slash at the end. Links hold a reference at most. */
  readonly tabUrl: string;
  /** Whether a chat user may choose who they are (D14). */
  readonly demo: boolean;
  /** A fresh command id for a form that is sent once. */
  readonly newId: () => string;
  readonly log: ChatLog;
}

export type ChatLog = Pick<Log, 'error'>;

/** A card to show, made from records or not. */
export interface Reply {
  readonly card: AdaptiveCard;
  /** Texts of the records behind it that identify someone, for the gate outward (D12). */
  readonly identifiers: readonly string[];
  /** Something was done: the card that was tapped now shows this for good, on every device. */
  readonly settled?: true;
  /** It holds what a person typed and has not sent yet, not to be left standing in the chat: the form's command id. */
  readonly unsent?: string;
  /** Nothing but a refusal: what was tapped is not this person's to change, and must not be lost by it. */
  readonly refused?: string;
  /** Told in words beside the card that was tapped, which stays as it is with all that was typed. */
  readonly beside?: string;
}

/** Whose turn it is. */
export interface Turn {
  readonly person: Person;
}
