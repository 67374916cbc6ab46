import { bindTo } from '../form/bind.ts';
import { Reason } from '../form/Reason.tsx';
import { TextField } from '../form/TextField.tsx';
import type { FieldsProps } from './MainFields.tsx';

/** How the programme reaches the referrer, as when someone may be at risk (002_). */
export function ContactFields({ typed, change, refusal }: FieldsProps) {
  const bind = bindTo(typed, change, refusal);
  return (
    <>
      <TextField {...bind('referrerPhone')} label="Your telephone at work" required type="tel" />
      <TextField {...bind('referrerEmail')} label="Your secure e-mail" required type="email" />
      <Reason
        refusal={refusal}
        reasons={typed.reasons}
        onChange={(reasons) => change({ ...typed, reasons })}
      />
    </>
  );
}
