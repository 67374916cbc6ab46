import assert from 'node:assert/strict';
import { newId, openHouse, people, type House } from '../support/house.ts';
import { aReferral } from '../support/referrals.ts';

describe('e-mail addresses the app is given', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  const practice = (email: string, version?: number) =>
    house.desk.perform(people.administrator, {
      id: newId(),
      name: 'places.putOrganisation',
      input: {
        organisation: 'Z99009',
        type: 'practice',
        name: 'Fen Lane',
        area: 'brookshire',
        sites: ['Fen Lane'],
        email,
        ...(version ? { version } : {}),
      },
    });
  const stored = async () => {
    const found = await house.office.records.read('directory', 'organisation:Z99009', 'organisation');
    return found?.row.email;
  };

  for (const email of ['office@gmail.example', 'office at nhs.net']) {
    it(`HS-13 an organisation’s own may not be ${email}: the sentence stands at the field, nothing is stored`, async () => {
      const result = await practice(email);

      assert(!result.done);
      assert.equal(result.refusal.fields?.[0]?.field, 'email');
      assert.match(result.refusal.message, /nhs\.net/);
      assert.equal(await stored(), undefined);
    });
  }

  it('HS-13 a secure one is kept as it is written to, and an empty one is none', async () => {
    assert((await practice(' Office@NHS.net ')).done);
    assert.equal(await stored(), 'Office@nhs.net');
    assert((await practice('', 1)).done);
    assert.equal(await stored(), undefined);
  });

  it('W-09 a referrer’s own, to which nothing of the patient goes, asks for a reason at its field', async () => {
    const input = aReferral({ referrerPhone: '01632 960100', referrerEmail: 'cordelia@example.com' });
    const refer = (reasons = {}) =>
      house.desk.perform(people.manager, {
        id: newId(),
        name: 'referral.submit',
        input: { ...input, ...reasons },
      });

    const warned = await refer();
    const sent = await refer({ reasons: { 'W-09': 'The practice has no nhs.net address yet.' } });

    assert(!warned.done);
    assert.equal(warned.refusal.code, 'warning');
    assert.deepEqual([warned.refusal.rule, warned.refusal.field], ['W-09', 'referrerEmail']);
    assert.ok(sent.done);
  });
});
