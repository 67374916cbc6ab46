import { Button } from '@fluentui/react-components';
import css from './list.module.css';

interface Props {
  readonly of: 'day' | 'week';
  /** London dates, as the answer names them. */
  readonly shown: { readonly before: string; readonly after: string };
  readonly isNow: boolean;
  /** Undefined is today, or this week. */
  readonly show: (date: string | undefined) => void;
}

/** Back and forth by day or week. The server names the dates. */
export function DateSteps({ of, shown, isNow, show }: Props) {
  const now = of === 'day' ? 'Today' : 'This week';
  return (
    <nav aria-label={of === 'day' ? 'Days' : 'Weeks'} className={css['pager']}>
      <Button onClick={() => show(shown.before)}>{of === 'day' ? 'Day before' : 'Week before'}</Button>
      <Button disabledFocusable={isNow} onClick={() => show(undefined)}>
        {now}
      </Button>
      <Button onClick={() => show(shown.after)}>{of === 'day' ? 'Day after' : 'Week after'}</Button>
    </nav>
  );
}
