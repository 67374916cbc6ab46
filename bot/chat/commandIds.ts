/** Command ids of what is tapped or said once per person and state of a record (D7): a repetition acts once. */
import { createHash } from 'node:crypto';

/** The same for the same person, act and object; says nothing about any of them. */
export function idOf(act: string, ...of: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([act, ...of]))
    .digest('hex');
  return `${act}-${hash.slice(0, 32)}`;
}
