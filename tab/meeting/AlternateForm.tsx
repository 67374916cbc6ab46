import { useState } from 'react';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useCommand } from '../parts/useCommand.ts';
import type { ConflictProps } from './StepOutForm.tsx';

/** MG5, MG6: who sits for a member who has stepped out, for this item alone. */
export function AlternateForm({ page, item, cancel, done }: ConflictProps) {
  const empty = item.steppedOut.find(({ alternate }) => !alternate) ?? item.steppedOut[0];
  const [typed, setTyped] = useState({ seat: empty?.seat ?? '', person: '' });
  const { send, sending, refusal } = useCommand('item.seatAlternate');
  const { answer } = useAnswer('panel.candidates', {});
  const bind = bindTo(typed, setTyped, refusal);
  const seated = page.seats.map(({ person }) => person);
  const free = (answer?.seats.find(({ seat }) => seat === typed.seat)?.people ?? []).filter(
    ({ person }) => !seated.includes(person),
  );
  const people = Object.fromEntries(
    free.map(({ person, name, nominee }) => [person, nominee ? `${name} (nominee)` : name]),
  );

  async function submit() {
    const { seat, person } = typed;
    const outcome = await send({ meeting: page.ref, ref: item.ref, person, ...(seat ? { seat } : {}) });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label="Seat an alternate"
      verb="Give the seat for this item"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      {item.steppedOut.length > 1 && (
        <ChoiceField
          {...bind('seat')}
          label="Which seat?"
          choices={Object.fromEntries(item.steppedOut.map(({ seat, label }) => [seat, label]))}
          required
        />
      )}
      <ChoiceField
        {...bind('person')}
        label="Who sits there?"
        choices={people}
        {...(answer && free.length === 0 ? { hint: 'Nobody else may take this seat today.' } : {})}
        required
      />
    </CommandForm>
  );
}
