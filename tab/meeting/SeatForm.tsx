import { useState } from 'react';
import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useCommand } from '../parts/useCommand.ts';

interface Props {
  readonly page: MeetingPage;
  readonly seat: MeetingPage['seats'][number];
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG3, MG5: who takes a seat. Office holders come first, then nominees. */
export function SeatForm({ page, seat, cancel, done }: Props) {
  const [typed, setTyped] = useState({ person: '' });
  const { send, sending, refusal } = useCommand('meeting.fillSeat');
  const { answer } = useAnswer('panel.candidates', { ref: page.ref });
  const people = answer?.seats.find((one) => one.seat === seat.seat)?.people ?? [];
  const choices = Object.fromEntries(
    people
      .filter(({ person }) => person !== seat.person)
      .map(({ person, name, nominee }) => [person, nominee ? `${name} (nominee)` : name]),
  );

  async function submit() {
    const outcome = await send({
      ref: page.ref,
      seat: seat.seat,
      person: typed.person,
      ...(seat.person ? { replaces: seat.person } : {}),
    });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={seat.person ? `Change ${seat.label}` : `Fill ${seat.label}`}
      verb="Give the seat"
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      <ChoiceField
        {...bindTo(typed, setTyped, refusal)('person')}
        label={`${seat.label} at this meeting`}
        choices={choices}
        {...(answer && Object.keys(choices).length === 0
          ? { hint: 'Nobody else may take this seat today.' }
          : {})}
        required
      />
    </CommandForm>
  );
}
