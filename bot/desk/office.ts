/** What every command and question at the desk can use. Filled once by main. */
import type { Anchors } from './audit/anchors.ts';
import type { Documents } from './documents.ts';
import type { AccessLog, Clock, Random, Records } from './ports.ts';

export interface Office {
  readonly records: Records;
  readonly access: AccessLog;
  readonly documents: Documents;
  readonly anchors: Anchors;
  readonly clock: Clock;
  readonly random: Random;
  /** Keyed hash by which a person is found again; 64 hexadecimal digits. */
  readonly hashPerson: (identity: string) => string;
  readonly allowTestNumbers: boolean;
  readonly demo: boolean;
  /** Called after a commit that left work in a scope's outbox; must not wait or throw. */
  readonly afterCommit: (scope: string) => void;
  /** Waits this many milliseconds between two tries. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export const directory = 'directory';
export const areaScope = (area: string) => `area:${area}`;
/** A provider's own scope: it serves many areas, and its bookings stay atomic (D6). */
export const orgScope = (organisation: string) => `org:${organisation}`;
export const inboxScope = (person: string) => `inbox:${person}`;
