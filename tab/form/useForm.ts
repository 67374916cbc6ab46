import { useState } from 'react';
import type { Outcome } from '../../bot/contract/answers.ts';
import type { CommandInput, CommandName } from '../../bot/contract/commands.ts';
import type { Attempt } from '../parts/api.ts';
import { useCommand } from '../parts/useCommand.ts';
import { bindTo } from './bind.ts';

/**
 * What is typed into a form that sends one command. `sends` takes the command's input as it stands now and answers what
 * a CommandForm needs; `done` is told what the command did.
 */
export function useForm<N extends CommandName, T extends object>(
  name: N,
  untouched: T | (() => T),
  done: (message: string, outcome: Outcome) => void,
) {
  const [typed, setTyped] = useState(untouched);
  const { send, sending, refusal } = useCommand(name);
  const sends = (input: Attempt<CommandInput<N>>) => ({
    sending,
    refusal,
    fields: Object.keys(typed),
    submit: async () => {
      const outcome = await send(input);
      if (outcome) done(outcome.message, outcome);
    },
  });
  return { typed, setTyped, refusal, bind: bindTo(typed, setTyped, refusal), sends };
}
