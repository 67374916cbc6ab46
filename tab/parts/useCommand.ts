import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { CommandInput, CommandName } from '../../bot/contract/commands.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { refusalOf, type Attempt } from './api.ts';
import { useCaller } from './caller.ts';

export interface Sending<N extends CommandName> {
  /** Answers the outcome, or undefined when it was refused or is still on its way. */
  readonly send: (input: Attempt<CommandInput<N>>) => Promise<Outcome | undefined>;
  readonly sending: boolean;
  readonly refusal: Refusal | undefined;
  /** The same, known before the page is drawn again. */
  readonly why: () => Refusal | undefined;
}

/**
 * One intent to act. Its id stays the same until it is done, so a double click or a second try after a lost answer
 * changes nothing twice (DESIGN D7). `formId` is the id a form was opened with.
 */
export function useCommand<N extends CommandName>(name: N, formId?: string): Sending<N> {
  const { api, under } = useCaller();
  const client = useQueryClient();
  const id = useRef<string>(undefined);
  const onItsWay = useRef(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const latest = useRef<Refusal>(undefined);

  async function send(input: Attempt<CommandInput<N>>): Promise<Outcome | undefined> {
    if (onItsWay.current) return undefined;
    onItsWay.current = true;
    setSending(true);
    latest.current = undefined;
    setRefusal(undefined);
    id.current ??= formId ?? crypto.randomUUID();
    try {
      const outcome = await api.perform(name, id.current, input, under);
      id.current = undefined;
      await client.invalidateQueries();
      return outcome;
    } catch (error) {
      const why = refusalOf(error);
      latest.current = why;
      setRefusal(why);
      // The record has moved on since it was drawn: draw it as it is now, beside the sentence that says so.
      if (why.code === 'stale') await client.invalidateQueries();
      return undefined;
    } finally {
      onItsWay.current = false;
      setSending(false);
    }
  }

  return { send, sending, refusal, why: () => latest.current };
}
