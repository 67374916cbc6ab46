import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';
import type { ConflictProps } from './StepOutForm.tsx';

/** MG5, MG6: who sits for a member who has stepped out, for this item alone. */
export function AlternateForm({ page, item, cancel, done }: ConflictProps) {
  const empty = item.steppedOut.find(({ alternate }) => !alternate) ?? item.steppedOut[0];
  const { typed, bind, sends } = useForm('item.seatAlternate', { seat: empty?.seat ?? '', person: '' }, done);
  const { answer } = useAnswer('panel.candidates', {});
  const seated = page.seats.map(({ person }) => person);
  const free = (answer?.seats.find(({ seat }) => seat === typed.seat)?.people ?? []).filter(
    ({ person }) => !seated.includes(person),
  );
  const people = Object.fromEntries(
    free.map(({ person, name, nominee }) => [person, nominee ? `${name} (nominee)` : name]),
  );

  const { seat, person } = typed;
  const command = sends({ meeting: page.ref, ref: item.ref, person, ...(seat ? { seat } : {}) });
  return (
    <CommandForm label="Seat an alternate" verb="Give the seat for this item" cancel={cancel} {...command}>
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
