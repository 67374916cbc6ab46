import { useState } from 'react';
import { conflicts } from '../../bot/contract/panel.ts';
import type { MeetingPage, PanelItem } from '../../bot/contract/panelAnswers.ts';
import { bindTo } from '../form/bind.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { CommandForm } from '../form/CommandForm.tsx';
import { useCommand } from '../parts/useCommand.ts';

export interface ConflictProps {
  readonly page: MeetingPage;
  readonly item: PanelItem;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** MG6: a member says it of themselves; the chair and the Primary Care Team of any seat. */
export function StepOutForm({ page, item, cancel, done }: ConflictProps) {
  const mayChoose = !item.mySeat || item.mySeat === 'CHAIR';
  const [typed, setTyped] = useState({ seat: item.mySeat ?? '', conflict: '' });
  const { send, sending, refusal } = useCommand('item.stepOut');
  const bind = bindTo(typed, setTyped, refusal);
  const seats = Object.fromEntries(
    page.seats.flatMap(({ seat, label, name }) => (name ? [[seat, `${label}: ${name}`]] : [])),
  );

  async function submit() {
    const { seat, conflict } = typed;
    const outcome = await send({
      meeting: page.ref,
      ref: item.ref,
      ...(mayChoose && seat ? { seat } : {}),
      ...(conflict ? { conflict } : {}),
    });
    if (outcome) done(outcome.message);
  }
  return (
    <CommandForm
      label={item.mySeat ? 'Step out of this item' : 'Somebody has to step out'}
      verb={item.mySeat && !mayChoose ? 'Step out' : 'Note it'}
      fields={Object.keys(typed)}
      {...{ sending, refusal, submit, cancel }}
    >
      {mayChoose && <ChoiceField {...bind('seat')} label="Who steps out?" choices={seats} required />}
      <ChoiceField {...bind('conflict')} label="Why?" choices={conflicts} required />
    </CommandForm>
  );
}
