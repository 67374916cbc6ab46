import { conflicts } from '../../bot/contract/panel.ts';
import type { MeetingPage, PanelItem } from '../../bot/contract/panelAnswers.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useForm } from '../form/useForm.ts';

export interface ConflictProps {
  readonly page: MeetingPage;
  readonly item: PanelItem;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG6: a member says it of themselves; the chair and the Primary Care Team of any seat. */
export function StepOutForm({ page, item, cancel, done }: ConflictProps) {
  const mayChoose = !item.mySeat || item.mySeat === 'CHAIR';
  const { typed, bind, sends } = useForm('item.stepOut', { seat: item.mySeat ?? '', conflict: '' }, done);
  const seats = Object.fromEntries(
    page.seats.flatMap(({ seat, label, name }) => (name ? [[seat, `${label}: ${name}`]] : [])),
  );

  const { seat, conflict } = typed;
  const command = sends({
    meeting: page.ref,
    ref: item.ref,
    ...(mayChoose && seat ? { seat } : {}),
    ...(conflict ? { conflict } : {}),
  });
  return (
    <CommandForm
      label={item.mySeat ? 'Step out of this item' : 'Somebody has to step out'}
      verb={item.mySeat && !mayChoose ? 'Step out' : 'Note it'}
      cancel={cancel}
      {...command}
    >
      {mayChoose && <ChoiceField {...bind('seat')} label="Who steps out?" choices={seats} required />}
      <ChoiceField {...bind('conflict')} label="Why?" choices={conflicts} required />
    </CommandForm>
  );
}
