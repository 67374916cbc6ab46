/** Placements for a test: forms that every rule accepts, and placements opened and offered through the desk. */
import type { z } from 'zod';
import type { PlacementOpening, placementOpening } from '../../bot/contract/placement.ts';
import type { Person } from '../../bot/desk/caller.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { orgScope } from '../../bot/desk/office.ts';
import { people } from './house.ts';
import { aReferral, must, nextNhsNumber } from './referrals.ts';

type Form = z.input<typeof placementOpening>;

/** A placement that every rule accepts at `monday`, of a person nobody else is. */
export function aPlacement(changes: Partial<Form> = {}): Form {
  const nhsNumber = nextNhsNumber();
  return {
    ground: 'C',
    evidence: 'Was on the scheme of the neighbouring area until last month.',
    entryDate: '2027-01-11',
    schemeProvider: 'crossfield',
    patientFirstName: 'Desmond',
    patientLastName: `Arkwright${nhsNumber.slice(3).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`,
    dob: '1979-03-02',
    nhsNumber,
    patientPhone: '07700 900161',
    ...changes,
  };
}

/** Opens a placement; its reference and the form it was made of. */
export async function placed(desk: Desk, changes: Partial<Form> = {}, who: Person = people.officer) {
  const form = aPlacement(changes) as PlacementOpening;
  const { ref = '' } = await must(desk, who, 'placement.open', form);
  return { ref, form };
}

/** A referral under G2 of whoever was placed. */
export const g2 = ({ ref, form }: { readonly ref: string; readonly form: PlacementOpening }) =>
  aReferral({
    ground: 'G2',
    warningLetterDate: undefined,
    schemePlacement: ref,
    patientFirstName: form.patientFirstName,
    patientLastName: form.patientLastName,
    nhsNumber: form.nhsNumber,
    dob: form.dob,
  });

/** Works off the programme's outbox as background work does: effects are carried out, notices are let go. */
export async function carryOutEffects({ backroom }: Desk): Promise<void> {
  const scope = orgScope('steady-ground');
  let due = await backroom.outboxDue(scope);
  while (due.length > 0) {
    for (const row of due) {
      const result = row.row.topic === 'effect' ? await backroom.carryOut(row.row) : undefined;
      if (result?.done === false) throw new Error(result.refusal.message);
      await backroom.settle(row);
    }
    due = await backroom.outboxDue(scope);
  }
}
