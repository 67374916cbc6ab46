import type { MeetingPage } from '../../bot/contract/panelAnswers.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useForm } from '../form/useForm.ts';
import { useAnswer } from '../parts/useAnswer.ts';

interface Props {
  readonly page: MeetingPage;
  readonly seat: MeetingPage['seats'][number];
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG3, MG5: who takes a seat. Office holders come first, then nominees. */
export function SeatForm({ page, seat, cancel, done }: Props) {
  const { typed, bind, sends } = useForm('meeting.fillSeat', { person: '' }, done);
  const { answer } = useAnswer('panel.candidates', { ref: page.ref });
  const people = answer?.seats.find((one) => one.seat === seat.seat)?.people ?? [];
  const choices = Object.fromEntries(
    people
      .filter(({ person }) => person !== seat.person)
      .map(({ person, name, nominee }) => [person, nominee ? `${name} (nominee)` : name]),
  );

  const command = sends({
    ref: page.ref,
    seat: seat.seat,
    person: typed.person,
    ...(seat.person ? { replaces: seat.person } : {}),
  });
  return (
    <CommandForm
      label={seat.person ? `Change ${seat.label}` : `Fill ${seat.label}`}
      verb="Give the seat"
      cancel={cancel}
      {...command}
    >
      <ChoiceField
        {...bind('person')}
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
