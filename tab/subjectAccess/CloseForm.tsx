import { sarEnds, type SarPage } from '../../bot/contract/subjectAccess.ts';
import { CommandForm } from '../form/CommandForm.tsx';
import { LongTextField } from '../form/LongTextField.tsx';
import { RadiosField } from '../form/RadiosField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly row: SarPage['row'];
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** The end of a request: from then on nothing more is read under it. */
export function CloseForm({ row, cancel, done }: Props) {
  const { typed, bind, sends } = useForm('subjectAccess.close', { how: '', reason: '' }, done);
  return (
    <CommandForm
      label="Close the request"
      verb="Close this request"
      cancel={cancel}
      {...sends({ ref: row.ref, version: row.version, ...typed })}
    >
      <RadiosField {...bind('how')} label="How did it end?" choices={sarEnds} required />
      <LongTextField
        {...bind('reason')}
        label="What was sent, or why not"
        hint="Name nobody."
        rows={2}
        required
      />
    </CommandForm>
  );
}
