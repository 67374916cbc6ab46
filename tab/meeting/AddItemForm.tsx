import { itemTypes, riskPurposes } from '../../bot/contract/panel.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useForm } from '../form/useForm.ts';

interface Props {
  readonly meeting: string;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

const typeLabels = Object.fromEntries(Object.entries(itemTypes).map(([key, { label }]) => [key, label]));

/** MG9: the Primary Care Team puts an item on the agenda. Its motion follows from what it is. */
export function AddItemForm({ meeting, cancel, done }: Props) {
  const { typed, bind, sends } = useForm('item.add', { type: '', about: '', purpose: '' }, done);
  const { type, about, purpose } = typed;

  const command = sends({
    ref: meeting,
    about,
    ...(type ? { type } : {}),
    ...(type === 'RISK' && purpose ? { purpose } : {}),
  });
  return (
    <CommandForm label="Add an item" verb="Add to the agenda" cancel={cancel} {...command}>
      <ChoiceField {...bind('type')} label="What is it?" choices={typeLabels} required />
      {type === 'RISK' && (
        <ChoiceField {...bind('purpose')} label="What is it for?" choices={riskPurposes} required />
      )}
      <TextField
        {...bind('about')}
        label="Reference of the case"
        hint="Of a placement (PLC), a report (INC), a referral (REF), a removal request (RMR) or an appeal (APL). For example PLC-2027-4839279."
        required
      />
    </CommandForm>
  );
}
