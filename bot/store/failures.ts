/** What went wrong between us and the store. */
import { StoreBusy } from '../desk/ports.ts';

/**
 * Statuses after which trying again can help, or after which it is not known whether a write was stored: timeout (408),
 * a partition on the move (410), too many requests when the SDK's own retries are used up (429), a conflict inside
 * Cosmos (449), and every failure of the service itself.
 */
const busyStatuses: ReadonlySet<number> = new Set([408, 410, 429, 449, 500, 502, 503, 504]);
/** No answer came: the connection or the name was lost, or the SDK stopped waiting. */
const lostCodes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'REQUEST_SEND_ERROR',
  'TimeoutError',
]);
const noAnswer = 503;
const sessionNotAvailable = 1002;

/** Status, substatus or error code of what the SDK threw; `items.batch` hides it in the cause. */
export interface Failure {
  readonly code?: number | string;
  readonly substatus?: number;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return {};
  const code = 'code' in error ? error.code : undefined;
  if (typeof code !== 'number' && typeof code !== 'string') return failureOf(error.cause);
  const substatus = 'substatus' in error ? error.substatus : undefined;
  return typeof substatus === 'number' ? { code, substatus } : { code };
}

export const isBusyStatus = (status: number) => busyStatuses.has(status);

/** 404 with substatus 1002 is no absence: the replica asked has not yet seen what this process wrote. */
export const isBehind = ({ code, substatus }: Failure) => code === 404 && substatus === sessionNotAvailable;

/** StoreBusy when that is what the failure means, with the failure as its cause; otherwise the failure itself. */
export function asStoreFailure(error: unknown): unknown {
  const failure = failureOf(error);
  const { code } = failure;
  if (typeof code === 'number' && (isBusyStatus(code) || isBehind(failure))) return busy(code, error);
  if (typeof code === 'string' && lostCodes.has(code)) return busy(noAnswer, error);
  return error;
}

const busy = (status: number, cause: unknown) => Object.assign(new StoreBusy(status), { cause });
