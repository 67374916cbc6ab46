import type { ComponentType } from 'react';
import { Button } from '@fluentui/react-components';
import type { RetentionRecord } from '../../bot/contract/retention.ts';
import { Said } from '../parts/Said.tsx';
import { useSaidForm } from '../parts/useOneForm.ts';
import type { StepProps } from './stepProps.ts';
import { DestroyForm } from './DestroyForm.tsx';
import { KeepForm } from './KeepForm.tsx';
import { HoldForm, ReleaseForm } from './HoldForm.tsx';
import css from '../parts/record.module.css';

type Step = RetentionRecord['steps'][number];

const steps: readonly {
  readonly step: Step;
  readonly verb: string;
  readonly Form: ComponentType<StepProps>;
}[] = [
  { step: 'retention.keep', verb: 'Keep it until…', Form: KeepForm },
  { step: 'retention.hold', verb: 'Put on hold', Form: HoldForm },
  { step: 'retention.release', verb: 'Release the hold', Form: ReleaseForm },
  { step: 'retention.destroy', verb: 'Destroy…', Form: DestroyForm },
];

/** What the officer can decide now; the last step is the one that cannot be undone. */
export function Steps({ record: { row, steps: may } }: { readonly record: RetentionRecord }) {
  const { open, said, start, ends, atButtons } = useSaidForm<Step>();
  const opened = steps.find(({ step }) => step === open);
  return (
    <div className={css['step']}>
      <Said text={said} />
      {opened && !('destroyed' in row) ? (
        <opened.Form row={row} {...ends} />
      ) : (
        <div className={css['buttons']} {...atButtons}>
          {steps
            .filter(({ step }) => may.includes(step))
            .map(({ step, verb }) => (
              <Button key={step} onClick={() => start(step)}>
                {verb}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}
