import assert from 'node:assert/strict';
import { importSample } from '../../../bot/contract/peopleImport.ts';
import type { CommandName } from '../../../bot/contract/commands.ts';
import { createDesk } from '../../../bot/desk/desk.ts';
import { addSomebody, addWithRole } from '../../support/directory.ts';
import { openHouse, people, type House } from '../../support/house.ts';
import { countWaits } from '../../support/countWaits.ts';
import { give } from '../../support/panel.ts';

describe('§5 waits on the store of an administrator’s commands', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const inputs: Readonly<Partial<Record<CommandName, () => Promise<Record<string, unknown>>>>> = {
    'people.grantRole': async () => ({
      ...(await addSomebody(house.desk)),
      role: 'PRS',
      organisation: 'Z99001',
    }),
    'people.leave': async () => ({ ...(await addWithRole(house.desk)) }),
    'people.import': async () => ({ text: importSample }),
  };
  for (const [name, input] of Object.entries(inputs)) {
    it(`${name}: three, as every command`, async () => {
      const typed = await input();
      const counted = countWaits();
      const desk = createDesk({ ...house.office, records: counted.around(house.office.records) });

      const result = await give(desk, people.administrator, name as CommandName, typed);

      assert.equal(result.done, true);
      assert.equal(counted.waits(), 3);
    });
  }
});
