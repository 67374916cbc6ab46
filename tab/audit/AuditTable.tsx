import { auditKinds, type AuditRow } from '../../bot/contract/audit.ts';
import { Table, Under, type Column } from '../parts/Table.tsx';
import list from '../parts/list.module.css';
import css from './audit.module.css';

/** How many references stand in a row before the rest is counted. */
const mostRefs = 3;

/** So much of a request's number tells it from others; the export has all of it. */
const shownOfRequest = 8;

/** No link to a record: that is another right. */
const columns: readonly Column<AuditRow>[] = [
  { title: 'When', cell: ({ at }) => at },
  {
    title: 'Who',
    heads: true,
    cell: ({ who, role, organisation }) => (
      <div className={css['who']}>
        {who}
        <span className={`${list['under']} ${css['role']}`}>
          {role}, {organisation}
        </span>
      </div>
    ),
  },
  {
    title: 'What',
    cell: ({ kind, what, reason, rule }) => (
      <>
        <strong>{auditKinds[kind]}.</strong> {what}
        {reason && <Under>Reason: {reason}</Under>}
        {rule && <Under>Rule {rule}</Under>}
      </>
    ),
  },
  {
    title: 'Record',
    named: true,
    cell: (row) => (
      <div className={css['refs']}>
        {recordsOf(row).map((words) => (
          <div key={words}>{words}</div>
        ))}
      </div>
    ),
  },
  {
    title: 'From where',
    named: true,
    cell: ({ door, request }) => (
      <>
        {door}
        <Under>Request {request.slice(0, shownOfRequest)}</Under>
      </>
    ),
  },
];

/** The lines of one page. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return <Table caption="What was done, read and refused" {...{ rows, columns }} keyOf={({ id }) => id} />;
}

function recordsOf({ refs = [] }: AuditRow): readonly string[] {
  if (refs.length === 0) return ['None'];
  const rest = refs.length - mostRefs;
  return [...refs.slice(0, mostRefs), ...(rest > 0 ? [`and ${rest} more`] : [])];
}
