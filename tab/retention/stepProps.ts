import type { RetentionRow } from '../../bot/contract/retention.ts';

export interface StepProps {
  readonly row: RetentionRow;
  readonly cancel: () => void;
  readonly done: (message: string) => void;
}

/** What every decision about a record is sent with. */
export const named = ({ ref, version, provider }: RetentionRow) => ({
  ref,
  version,
  ...(provider ? { provider } : {}),
});
