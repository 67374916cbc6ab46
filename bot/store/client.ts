/** Opens the store (D5): everything goes through @azure/cosmos, only the client's construction differs. */
import type { AccessLog, Records } from '../desk/ports.ts';
import { accessLogIn } from './accessLog.ts';
import { connect, type Place } from './connect.ts';
import { containers, defaultDatabase } from './containers.ts';
import { ensureContainers } from './ensureContainers.ts';
import { recordsIn } from './records.ts';

export type StoreOptions = Place & {
  /** Default `common-ground`. */
  readonly database?: string;
};

export interface Store {
  readonly records: Records;
  readonly access: AccessLog;
  /** Leaves no timer and no open file behind. What is asked afterwards fails with StoreBusy. */
  readonly close: () => void;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { client, close } = connect(options);
  const id = options.database ?? defaultDatabase;
  try {
    if ('embedded' in options || options.create) await ensureContainers(client, id);
  } catch (error) {
    close();
    throw error;
  }
  const database = client.database(id);
  return {
    records: recordsIn(database.container(containers.records.id)),
    access: accessLogIn(database.container(containers.access.id)),
    close,
  };
}
