/** What a contract test works on, and the short words it uses. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Container } from '@azure/cosmos';
import type { AccessLog, Operation, Records, Stored } from '../../../bot/desk/ports.ts';
import type { HeadRow, Row } from '../../../bot/desk/rows.ts';
import { failureOf } from '../../../bot/store/failures.ts';

export interface Subject {
  readonly records: Records;
  readonly access: AccessLog;
  /** The container `records` as the SDK gives it, for what the port does not show. */
  readonly container: Container;
  /** The container `access`. */
  readonly accessContainer: Container;
}

/** Every test has a scope of its own, so that nothing needs to be cleared. */
export const newScope = () => `area:${randomUUID()}`;

export const create = (row: Row): Operation => ({ op: 'create', row });

/** Stores one row and gives its ETag. */
export async function stored(records: Records, row: Row): Promise<string> {
  const result = await records.commit(row.scope, [create(row)]);
  assert.ok(result.committed);
  return result.etags[0] ?? '';
}

export async function storeAll(records: Records, scope: string, rows: readonly Row[]) {
  const result = await records.commit(scope, rows.map(create));
  assert.ok(result.committed);
}

export async function headOf(records: Records, scope: string, ref: string): Promise<Stored<HeadRow>> {
  const found = await records.read(scope, `head:${ref}`, 'head');
  assert.ok(found);
  return found;
}

/** The status or code that an SDK call failed with. */
export async function codeOf(answer: Promise<unknown>) {
  try {
    await answer;
    return 'no failure';
  } catch (error) {
    return failureOf(error).code;
  }
}

export const ifMatch = (condition: string) => ({ accessCondition: { type: 'IfMatch', condition } });
export const ifNoneMatch = (condition: string) => ({ accessCondition: { type: 'IfNoneMatch', condition } });
