import { Button } from '@fluentui/react-components';
import type { CommandInput, CommandName } from '../../bot/contract/commands.ts';
import { Problem } from '../parts/Problem.tsx';
import type { Attempt } from '../parts/api.ts';
import { useCommand } from '../parts/useCommand.ts';

interface Props<N extends CommandName> {
  readonly name: N;
  readonly input: Attempt<CommandInput<N>>;
  /** What the button does, as a verb. */
  readonly verb: string;
  readonly primary?: boolean;
  readonly done: (message: string) => void;
}

/** A step that needs nothing more than a button. What it did is told by the room: the button is gone by then. */
export function Step<N extends CommandName>({ name, input, verb, primary = false, done }: Props<N>) {
  const { send, sending, refusal } = useCommand(name);
  async function act() {
    done('');
    const outcome = await send(input);
    if (outcome) done(outcome.message);
  }
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        disabledFocusable={sending}
        onClick={() => void act()}
      >
        {verb}
      </Button>
      {refusal && <Problem refusal={refusal} again={() => void act()} />}
    </>
  );
}
