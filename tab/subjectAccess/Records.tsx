import type { SarPage } from '../../bot/contract/subjectAccess.ts';
import css from '../parts/list.module.css';

/** Which records of the person there are. What they say is in the document alone. */
export function Records({ records }: { readonly records: NonNullable<SarPage['records']> }) {
  return (
    <section aria-labelledby="records">
      <h2 id="records">Records of this person</h2>
      {records.length === 0 ? (
        <p className={css['empty']}>
          No record of this person was found. Somebody who was reported without an NHS number or date of birth
          cannot be found: ask their practice.
        </p>
      ) : (
        <table className={css['table']} aria-label="Records of this person">
          <thead>
            <tr>
              <th scope="col">Reference</th>
              <th scope="col">Kind</th>
              <th scope="col">This person is</th>
              <th scope="col">State</th>
              <th scope="col">Made</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.ref}>
                <th scope="row">{record.ref}</th>
                <td>{record.kind}</td>
                <td data-column="This person is">{record.as}</td>
                <td data-column="State">{record.stateLabel}</td>
                <td data-column="Made">{record.made}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
