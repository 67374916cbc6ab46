/**
 * Fills a store with cases, half of them reports, half referrals. One of each is filed through the desk; the others are
 * its rows again under references of their own, many to a batch, because a hundred thousand commands take too long.
 */
import { createDesk, type Desk } from '../../bot/desk/desk.ts';
import type { Office } from '../../bot/desk/office.ts';
import type { Operation, Records } from '../../bot/desk/ports.ts';
import type { Kind, Row } from '../../bot/desk/rows.ts';
import { makeReference } from '../../bot/domain/references.ts';
import { aReport, people } from '../support/house.ts';
import { aReferral, must } from '../support/referrals.ts';

/** Cosmos takes no more in one batch. */
const batchSize = 100;
/** Batches under way at once: enough to keep both cores busy. */
const abreast = 4;
/**
 * What makes a case, and what lists and rules go by. Work to do, receipts and statistics are left out: nothing of them
 * is asked for here but by its own id.
 */
const kept: ReadonlySet<Kind> = new Set(['head', 'entry', 'deadline', 'claim']);

interface Template {
  readonly scope: string;
  readonly type: 'INC' | 'REF';
  readonly ref: string;
  readonly rows: readonly Row[];
}

export async function fillRegister(office: Office, cases: number): Promise<void> {
  const report = await rowsOf(office, 'INC', (desk) =>
    must(desk, people.receptionist, 'incident.report', aReport()),
  );
  const referral = await rowsOf(office, 'REF', (desk) =>
    must(desk, people.manager, 'referral.submit', aReferral()),
  );
  for (const template of [report, referral]) await copies(office.records, template, cases / 2);
}

async function rowsOf(
  office: Office,
  type: Template['type'],
  file: (desk: Desk) => Promise<{ readonly ref?: string | undefined }>,
): Promise<Template> {
  const commits: { scope: string; rows: Row[] }[] = [];
  const { records } = office;
  const watching: Records = {
    ...records,
    commit: (scope, operations) => {
      commits.push({ scope, rows: operations.flatMap((one) => (one.op === 'delete' ? [] : [one.row])) });
      return records.commit(scope, operations);
    },
  };
  const { ref = '' } = await file(createDesk({ ...office, records: watching }));
  const [commit] = commits;
  if (!commit) throw new Error(`Nothing was stored for ${ref}.`);
  return { scope: commit.scope, type, ref, rows: commit.rows.filter(({ kind }) => kept.has(kind)) };
}

async function copies(records: Records, template: Template, count: number): Promise<void> {
  const perBatch = Math.floor(batchSize / template.rows.length);
  const batches = Array.from({ length: Math.ceil(count / perBatch) }, (_, batch) => batch * perBatch);
  const next = batches.values();
  const worker = async () => {
    for (const from of next) {
      const until = Math.min(from + perBatch, count);
      const operations: Operation[] = [];
      for (let one = from; one < until; one += 1) {
        operations.push(...copyOf(template, one).map((row) => ({ op: 'create', row }) as const));
      }
      const result = await records.commit(template.scope, operations);
      if (!result.committed) throw new Error(`A case was refused with ${result.status}.`);
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
}

/** The rows of the template with another reference, and another id wherever no reference is part of it. */
function copyOf({ type, ref, rows }: Template, number: number): Row[] {
  const other = makeReference(type, 2026, number);
  return rows.map((row) => {
    const copy = JSON.parse(JSON.stringify(row).replaceAll(ref, other)) as Row;
    return copy.id === row.id ? { ...copy, id: `${row.id}-${number}` } : copy;
  });
}
