import { ruleInWords, type Refusal } from '../../bot/contract/refusal.ts';
import { LongTextField } from './LongTextField.tsx';
import css from './form.module.css';

interface Props {
  readonly refusal: Refusal | undefined;
  /** Reasons given so far, by rule. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly onChange: (reasons: Readonly<Record<string, string>>) => void;
  /** Left out, those for a warning about words that could be taken out. */
  readonly words?: Words;
}

interface Words {
  readonly label: string;
  readonly hint?: string;
  readonly ask: string;
}

const aboutText: Words = {
  label: 'Reason why it must stay',
  hint: 'Leave this empty if you take it out.',
  ask: 'Give a reason, or change the text above.',
};
/** For a warning about a choice, not about words. */
export const aboutChoice: Words = {
  label: 'Reason to go ahead',
  ask: 'Give a reason, or change the answers above.',
};

/**
 * A warning can be overridden with a reason (DOMAIN §6.2). It stands below the field it is about, from the first
 * warning on, so that a reason typed once is not lost by a later refusal.
 */
export function Reason({ refusal, reasons, onChange, words = aboutText }: Props) {
  const warned = refusal?.code === 'warning' ? refusal.rule : undefined;
  const rules = [...new Set([...Object.keys(reasons), ...(warned ? [warned] : [])])];
  const tooShort = refusal?.fields?.find(({ field }) => field === 'reasons')?.message;
  return rules.map((rule) => (
    <div key={rule} className={css['reason']}>
      {warned === rule && (
        <p role="alert">
          {refusal?.message} {ruleInWords(rule) && <small>{ruleInWords(rule)}.</small>}
        </p>
      )}
      <LongTextField
        name="reasons"
        label={words.label}
        {...(words.hint ? { hint: words.hint } : {})}
        rows={2}
        value={reasons[rule] ?? ''}
        problem={tooShort ?? (warned === rule ? words.ask : undefined)}
        onChange={(reason) => onChange({ ...reasons, [rule]: reason })}
      />
    </div>
  ));
}

/** For a form nobody has been warned in yet. */
export const noReasons: Readonly<Record<string, string>> = {};

/** Reasons as the server takes them: those left empty are left out. */
export function reasonsGiven(reasons: Readonly<Record<string, string>>) {
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim() !== '');
  return given.length > 0 ? { reasons: Object.fromEntries(given) } : {};
}
