import { auditKinds, type AuditRow } from '../../bot/contract/audit.ts';
import list from '../parts/list.module.css';
import css from './audit.module.css';

/** How many references stand in a row before the rest is counted. */
const mostRefs = 3;

/** So much of a request's number tells it from others; the export has all of it. */
const shownOfRequest = 8;

/** The lines of one page; on a phone each becomes a card. No link to a record: that is another right. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  return (
    <table className={list['table']} aria-label="What was done, read and refused">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Record</th>
          <th scope="col">From where</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.at}</td>
            <th scope="row">
              <div className={css['who']}>
                {row.who}
                <span className={`${list['under']} ${css['role']}`}>
                  {row.role}, {row.organisation}
                </span>
              </div>
            </th>
            <td>
              <strong>{auditKinds[row.kind]}.</strong> {row.what}
              {row.reason && <span className={list['under']}>Reason: {row.reason}</span>}
              {row.rule && <span className={list['under']}>Rule {row.rule}</span>}
            </td>
            <td data-column="Record">
              <div className={css['refs']}>
                {recordsOf(row).map((words) => (
                  <div key={words}>{words}</div>
                ))}
              </div>
            </td>
            <td data-column="From where">
              {row.door}
              <span className={list['under']}>Request {row.request.slice(0, shownOfRequest)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function recordsOf({ refs = [] }: AuditRow): readonly string[] {
  if (refs.length === 0) return ['None'];
  const rest = refs.length - mostRefs;
  return [...refs.slice(0, mostRefs), ...(rest > 0 ? [`and ${rest} more`] : [])];
}
