import type { SettableClock } from '../clock.ts';
import type { Desk } from '../desk/desk.ts';
import { orgScope } from '../desk/office.ts';
import type { Send } from './load.ts';
import { inThePast } from './past.ts';
import { demoOfficer, demoSchemeGp, pastPlacements } from './placements.ts';
import { demoCoordinator, demoProvider } from './referrals.ts';

/** The scheme's life before today, through the desk; what a referral means for its placement is carried out at once. */
export async function loadPlacements(clock: SettableClock, { backroom }: Desk, send: Send): Promise<void> {
  const carryOut = async () => {
    for (const row of await backroom.outboxDue(orgScope(demoProvider))) {
      if (row.row.topic !== 'effect') continue;
      await backroom.carryOut(row.row);
      await backroom.settle(row);
    }
  };
  await inThePast(clock, async ({ at, dayBefore }) => {
    for (const [index, { enteredDaysAgo, declinedDaysAgo, form }] of pastPlacements.entries()) {
      at(enteredDaysAgo, '14:10');
      const entryDate = dayBefore(enteredDaysAgo).toString();
      const placement = await send({ person: demoOfficer }, `placement-${index}`, 'placement.open', {
        ...form,
        entryDate,
      });
      if (declinedDaysAgo === undefined) continue;
      at(declinedDaysAgo, '11:30');
      const ref = await send({ person: demoSchemeGp }, `offered-${index}`, 'referral.submit', {
        provider: demoProvider,
        ground: 'G2',
        schemePlacement: placement,
        agreementConfirmed: true,
        agreementDate: dayBefore(declinedDaysAgo).toString(),
        agreementHow: 'FACE_TO_FACE',
        patientFirstName: form.patientFirstName,
        patientLastName: form.patientLastName,
        patientPhone: form.patientPhone ?? '',
        nhsNumber: form.nhsNumber,
        interpreter: 'NO',
        accessNeeds: ['NONE'],
        digitalAccess: 'PHONE',
        knownRisks: 'None known',
      });
      await carryOut();
      at(declinedDaysAgo - 1, '10:15');
      const call = { ref, outcome: 'SPOKE_DECLINED', note: 'Does not want to for now.' } as const;
      await send({ person: demoCoordinator }, `declined-${index}`, 'referral.logAttempt', call);
      await carryOut();
    }
  });
}
