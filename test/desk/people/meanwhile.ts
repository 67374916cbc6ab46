import type { Office } from '../../../bot/desk/office.ts';
import type { House } from '../../support/house.ts';

export interface Meanwhile {
  readonly office: Office;
  readonly happened: () => boolean;
}

/**
 * An office in which, between the reading and the first storing of a change of `ref`, something happens and the record
 * moves on, so that the change has to be decided anew.
 */
export function meanwhileIn(house: House, ref: string, happens: () => Promise<void>): Meanwhile {
  let happened = false;
  const { records } = house.office;
  const office: Office = {
    ...house.office,
    records: {
      ...records,
      commit: async (scope, operations) => {
        const changes = operations.some((one) => one.op === 'replace' && one.row.id === ref);
        if (!changes || happened) return records.commit(scope, operations);
        happened = true;
        await happens();
        const head = await records.read(scope, ref, 'head');
        if (head) await records.commit(scope, [{ op: 'upsert', row: head.row }]);
        return records.commit(scope, operations);
      },
    },
  };
  return { office, happened: () => happened };
}
