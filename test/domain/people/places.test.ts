import assert from 'node:assert/strict';
import { areaForm, organisationForm } from '../../../bot/contract/people.ts';
import {
  putArea,
  putOrganisation,
  type AreaHead,
  type OrganisationHead,
} from '../../../bot/domain/people/places.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { asAdministrator } from './directory.ts';

const practice = {
  organisation: ' z99 003 ',
  name: 'Mill Lane',
  type: 'practice',
  area: 'brookshire',
  sites: ['Mill Lane'],
};

const save = (input: Record<string, unknown> = {}, known?: OrganisationHead, isArea = true) =>
  putOrganisation(organisationForm.parse({ ...practice, ...input }), known, isArea, asAdministrator());
const saved = (...context: Parameters<typeof save>) =>
  changesOf(save(...context)).heads[0] as OrganisationHead;

describe('putting an organisation into the directory', () => {
  it('§5.2 a practice is kept under its ODS code, in capitals without spaces', () => {
    const head = saved();

    assert.equal(head.ref, 'ORG-Z99003');
    assert.deepEqual(head.body, { ...practice, organisation: 'Z99003', odsCode: 'Z99003' });
    assert.equal(changesOf(save()).outcome.warnings, undefined);
  });

  it('W-05 an unusual code is kept, with the warning', () => {
    const { heads, outcome } = changesOf(save({ organisation: 'g7h8j' }));

    assert.equal(heads[0]?.ref, 'ORG-G7H8J');
    assert.deepEqual(
      outcome.warnings?.map(({ rule }) => rule),
      ['W-05'],
    );
  });

  it('HS-13 an address that is not on the secure list is refused at its field: forms and letters go there', () => {
    const refusal = refusalOf(save({ email: 'mill.lane@example.com' }));

    assert.equal(refusal.field, 'email');
  });

  it('any other organisation has a short name', () => {
    const head = saved({ type: 'rehabProvider', organisation: 'Steady-Ground' });

    assert.equal(head.body.organisation, 'steady-ground');
    assert.equal(head.body.odsCode, undefined);
  });

  for (const [what, input, field] of [
    ['a code with a sign in it', { organisation: 'Z99/03' }, 'organisation'],
    ['a short name with a space', { type: 'public', organisation: 'steady ground' }, 'organisation'],
    ['a telephone number that is none', { phone: 'ring us' }, 'phone'],
    ['an e-mail address that is none', { email: 'mill lane' }, 'email'],
    ['a second operator', { type: 'operator', organisation: 'operator-2' }, 'type'],
  ] as const) {
    it(`refuses ${what}, at its field`, () => {
      assert.equal(refusalOf(save(input)).field, field);
    });
  }

  it('says everything that is wrong at once', () => {
    const { fields } = refusalOf(save({ organisation: 'Z99/03', phone: 'ring us', email: 'mill lane' }));

    assert.deepEqual(
      fields?.map(({ field }) => field),
      ['organisation', 'phone', 'email'],
    );
  });

  it('refuses an area that is not there', () => {
    assert.equal(refusalOf(save({}, undefined, false)).field, 'area');
  });

  it('changes what was opened, and refuses what was not, or has moved since', () => {
    const known = saved();

    assert.equal(saved({ name: 'Mill Lane Surgery', version: 1 }, known).version, 2);
    assert.match(refusalOf(save({}, known)).message, /^Mill Lane has this code already/);
    assert.equal(refusalOf(save({ version: 1 }, { ...known, version: 2 })).code, 'stale');
    assert.equal(refusalOf(save({ version: 1 })).code, 'stale');
  });

  it('§1.1 keeps its kind and its area, by which its records are kept', () => {
    const known = saved();

    for (const change of [{ area: 'fenshire' }, { type: 'public', organisation: 'mill-lane' }])
      assert.equal(refusalOf(save({ ...change, version: 1 }, known)).field, 'type');
  });
});

describe('putting an area into the directory', () => {
  const put = (input: Record<string, unknown> = {}, known?: AreaHead, provider?: { type: string }) =>
    putArea(
      areaForm.parse({ area: 'Fenshire', name: 'Fenshire', ...input }),
      known,
      provider,
      asAdministrator(),
    );

  it('§6.4 begins with the first profile, and keeps its own when it is changed', () => {
    const head = changesOf(put()).heads[0] as AreaHead;
    const later: AreaHead = { ...head, body: { ...head.body, profile: 'source-2012@3' } };

    const changed = changesOf(put({ name: 'The Fens', version: 1 }, later)).heads[0] as AreaHead;

    assert.deepEqual(head.body, { area: 'fenshire', name: 'Fenshire', profile: 'national-2024@1' });
    assert.deepEqual(changed.body, { area: 'fenshire', name: 'The Fens', profile: 'source-2012@3' });
  });

  for (const [what, input, provider, field] of [
    ['a code with a space', { area: 'fen shire' }, undefined, 'area'],
    ['the code that means every area', { area: 'all' }, undefined, 'area'],
    ['a programme run by nobody there', { rehabProvider: 'nobody' }, undefined, 'rehabProvider'],
    ['a programme run by a practice', { rehabProvider: 'Z99001' }, { type: 'practice' }, 'rehabProvider'],
  ] as const) {
    it(`refuses ${what}, at its field`, () => {
      assert.equal(refusalOf(put(input, undefined, provider)).field, field);
    });
  }

  it('names who runs the programme', () => {
    const { heads } = changesOf(
      put({ rehabProvider: 'steady-ground' }, undefined, { type: 'rehabProvider' }),
    );

    assert.equal((heads[0] as AreaHead).body.rehabProvider, 'steady-ground');
  });
});
