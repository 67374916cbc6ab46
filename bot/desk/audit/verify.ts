/** Proves the history of the whole store, or names the first link that is broken (D16). Reads by pages, writes nothing. */
import type { Office } from '../office.ts';
import { anchorName, anchorPlace } from './anchors.ts';
import { auditedScopes } from './scopes.ts';
import { sealId } from './seal.ts';
import { verifyDays } from './verifyDays.ts';
import { verifyRecords } from './verifyRecords.ts';

/** All that is looked at. */
export type Evidence = Pick<Office, 'records' | 'access' | 'anchors' | 'clock'>;

/** What was looked at; grows while it goes on. */
export interface Counts {
  scopes: number;
  records: number;
  entries: number;
  /** Entries whose content has been destroyed: their digests hold, what they said cannot be checked. */
  stubs: number;
  lines: number;
  seals: number;
  anchors: number;
  unsealedEntries: number;
  unsealedLines: number;
  /** The last day that every scope with anything in it has sealed. */
  sealedUpTo: string | undefined;
}

export type Verified =
  | { readonly holds: true; readonly counts: Readonly<Counts> }
  /** `broken` names the first broken link in one sentence. */
  | { readonly holds: false; readonly counts: Readonly<Counts>; readonly broken: string };

export async function verifyStore(evidence: Evidence): Promise<Verified> {
  const counts: Counts = {
    scopes: 0,
    records: 0,
    entries: 0,
    stubs: 0,
    lines: 0,
    seals: 0,
    anchors: 0,
    unsealedEntries: 0,
    unsealedLines: 0,
    sealedUpTo: undefined,
  };
  const broken = await firstBroken(evidence, counts);
  return broken === undefined ? { holds: true, counts } : { holds: false, counts, broken };
}

async function firstBroken(evidence: Evidence, counts: Counts): Promise<string | undefined> {
  for (const scope of await everyScope(evidence)) {
    counts.scopes += 1;
    const broken =
      (await verifyRecords(evidence, scope, counts)) ?? (await verifyDays(evidence, scope, counts));
    if (broken) return broken;
  }
  return sealsOfAnchors(evidence);
}

/** What the directory names, and what an anchor remembers although the directory may not any more. */
async function everyScope(evidence: Evidence): Promise<readonly string[]> {
  const scopes = new Set(await auditedScopes(evidence));
  for await (const name of evidence.anchors.names()) {
    const place = anchorPlace(name);
    if (place) scopes.add(place.scope);
  }
  return [...scopes];
}

/** That each anchor is as its seal says was seen with the seals; here, that none has lost its seal. */
async function sealsOfAnchors({ anchors, records }: Evidence): Promise<string | undefined> {
  for await (const name of anchors.names()) {
    const place = anchorPlace(name);
    if (!place) continue;
    const seal = await records.read(place.scope, sealId(place.day), 'seal');
    if (!seal)
      return `${place.scope}, ${place.day}: its seal is gone from the store; the anchor ${anchorName(place.scope, place.day)} still has it.`;
  }
  return undefined;
}
