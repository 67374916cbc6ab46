import type { Bound } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { TextField } from '../form/TextField.tsx';
import { useAnswer } from '../parts/useAnswer.ts';

interface Props {
  /** Which session, in words, where two are asked for on one form. */
  readonly of: string;
  readonly trainer: Bound<string>;
  readonly start: Bound<string>;
  readonly joinLink: Bound<string>;
}

/** Who, when and where of one session. The time is London's; a session lasts three hours. */
export function SlotFields({ of, trainer, start, joinLink }: Props) {
  const { answer } = useAnswer('trainer.list', {});
  const trainers = Object.fromEntries((answer?.rows ?? []).map(({ person, name }) => [person, name]));
  return (
    <>
      <ChoiceField {...trainer} label={`Trainer${of}`} required choices={trainers} />
      <TextField
        {...start}
        label={`Day and time${of}`}
        required
        type="datetime-local"
        hint="The start, on a quarter of an hour. It lasts three hours."
      />
      <TextField {...joinLink} label={`Link to join${of}`} type="url" hint="It begins with https://" />
    </>
  );
}
