/** What background work is given by main (D17). It imports no sender and never looks inside a message `M`. */
import type { ItemCard } from '../contract/panelAnswers.ts';
import type { Backroom } from '../desk/backroom.ts';
import type { Log } from '../desk/logPort.ts';
import type { Clock } from '../desk/ports.ts';

/** How a message went out; the outbound sender says the same. */
export type Sent =
  | { readonly sent: true; readonly activity: string }
  | { readonly sent: false; readonly why: 'unreachable' | 'busy' | 'withheld' };

type Conversation = Readonly<Record<string, unknown>>;

export interface Sender<M> {
  post(conversation: Conversation, message: M, identifiers: readonly string[]): Promise<Sent>;
  edit(
    conversation: Conversation,
    activity: string,
    message: M,
    identifiers: readonly string[],
  ): Promise<Sent>;
}

/** Where a record stands now, as far as one person may see it, and what in it identifies someone, for the gate. */
export interface PresentState {
  readonly state: string;
  readonly label: string;
  readonly identifiers: readonly string[];
}

export interface Messages<M> {
  notice(of: { readonly template: string; readonly ref: string }, present?: PresentState): M;
  /** Several notices of one person in one. */
  gathered(count: number): M;
  /** In place of a form that was not sent. */
  cleared(): M;
  /** An agenda item for the panel's channel. */
  item(card: ItemCard): M;
}

/** Asked before everything that another process must not do at the same time; false is the end of the round. */
export type MayGoOn = () => Promise<boolean>;

export interface Work<M> {
  readonly backroom: Backroom;
  readonly sender: Sender<M>;
  readonly messages: Messages<M>;
  /** Undefined when the person may not see the record, or there is none. */
  readonly presentState: (ref: string, person: string) => Promise<PresentState | undefined>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}
