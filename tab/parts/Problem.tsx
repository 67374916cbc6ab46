import { Button } from '@fluentui/react-components';
import { ruleInWords, type Refusal } from '../../bot/contract/refusal.ts';
import css from './page.module.css';

interface Props {
  readonly refusal: Refusal;
  readonly again?: (() => void) | undefined;
}

/** Why something did not work, in one sentence, with the way on. The rule is there for those who look it up. */
export function Problem({ refusal, again }: Props) {
  const rule = ruleInWords(refusal.rule);
  const isTemporary = refusal.code === 'busy';
  return (
    <div role="alert" className={css['problem']}>
      <p>
        {refusal.message}
        {rule && <small> {rule}.</small>}
      </p>
      {again && isTemporary && <Button onClick={again}>Try again</Button>}
    </div>
  );
}
