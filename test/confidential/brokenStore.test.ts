import assert from 'node:assert/strict';
import { createDesk } from '../../bot/desk/desk.ts';
import { StoreBusy, type Records } from '../../bot/desk/ports.ts';
import { inputsOf, textsOf } from '../chat/support/cards.ts';
import { openTeams, type Teams } from '../chat/support/teams.ts';
import { fileReport, openHouse, people, type House } from '../support/house.ts';
import { foundIn, identifiersIn } from './support/identifiers.ts';
import { storedRows } from './support/storedRows.ts';
import { report } from './support/typed.ts';

/** What a driver may say: all that it was asked to store. */
const quoting = () => new TypeError(`Cannot store ${JSON.stringify(report)}`);

for (const [what, fail] of [
  ['is busy', () => new StoreBusy(449)],
  ['fails with words that quote the record', quoting],
] as const) {
  describe(`HS-13 while the store ${what}`, () => {
    let house: House;
    let teams: Teams;
    let identifiers: ReturnType<typeof identifiersIn>;
    const failing = { now: false };
    before(async () => {
      house = await openHouse();
      await fileReport(house.desk, people.receptionist, {
        ...report,
        incidentTypes: ['NONPHYS'],
        directedAt: ['STAFF:VERBAL'],
        fearForSafety: true,
      });
      const { records } = house.office;
      const broken: Records = {
        ...records,
        commit: async (...asked) => {
          if (failing.now) throw fail();
          return records.commit(...asked);
        },
      };
      const desk = createDesk({ ...house.office, records: broken, pause: async () => undefined });
      teams = await openTeams({ desk, person: people.receptionist });
      await teams.install();
      identifiers = identifiersIn(storedRows(house.file));
      failing.now = true;
    });
    after(async () => {
      failing.now = false;
      await teams.close();
      house.close();
    });

    it('a form comes back to who sent it, and nothing else of it leaves', async () => {
      const form = (await teams.say('report')).at(-1);
      const typed = { ...inputsOf(form), ...report };

      const answer = await teams.press(form, 'Send report', typed);
      await teams.pressOld(form, 'Send report', typed);
      await teams.say('link INC-2027-4839271 INC-2027-4839272');

      assert.match(
        typeof answer === 'string' ? answer : textsOf(answer).join(' '),
        /busy|went wrong|Nothing you typed/i,
      );
      const announced = teams.connector.sent.map(
        ({ activity }) => `${String(activity['text'])} ${String(activity['summary'])}`,
      );
      assert.ok(announced.length >= 3);
      assert.deepEqual(
        announced.flatMap((text) => foundIn(text, identifiers)),
        [],
      );
      assert.deepEqual(foundIn(JSON.stringify(teams.logged), identifiers), []);
      assert.deepEqual(teams.breaches, []);
    });
  });
}
