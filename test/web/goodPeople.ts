/** Inputs of an administrator's commands and questions that succeed, each about somebody of their own. */
import { randomUUID } from 'node:crypto';
import { importSample } from '../../bot/contract/peopleImport.ts';
import type { SettableClock } from '../../bot/clock.ts';
import type { Desk } from '../../bot/desk/desk.ts';
import { londonDate } from '../../bot/domain/time/london.ts';
import { addSomebody, addWithRole } from '../support/directory.ts';
import { people as cast } from '../support/house.ts';
import type { Good } from './goodReferrals.ts';

const person = cast.administrator.person;
let places = 0;
/** The fictional range of practice codes, those of the fictional area left out. */
const practiceCode = () => {
  places += 1;
  return `Z8${String(places).padStart(4, '0')}`;
};

export const goodPeopleCommands = (at: () => { readonly desk: Desk; readonly clock: SettableClock }) => {
  const today = () => londonDate(at().clock.now()).toString();
  return {
    'people.add': async () => ({ person, input: { person: randomUUID(), name: 'Robin Vale' } }),
    'people.rename': async () => ({
      person,
      input: { ...(await addSomebody(at().desk)), name: 'Robin Dale', reason: 'Married.' },
    }),
    'people.grantRole': async () => ({
      person,
      input: {
        ...(await addSomebody(at().desk)),
        role: 'PRS',
        organisation: 'Z99001',
        area: 'brookshire',
        from: today(),
        to: today(),
        reason: 'New at the front desk.',
      },
    }),
    'people.endRole': async () => ({
      person,
      input: { ...(await addWithRole(at().desk)), grant: 0, lastDay: today(), reason: 'Moves away.' },
    }),
    'people.leave': async () => ({
      person,
      input: { ...(await addWithRole(at().desk)), reason: 'Retires.' },
    }),
    'people.coverFor': async () => ({
      person,
      input: {
        ...(await addWithRole(at().desk)),
        grant: 0,
        by: (await addSomebody(at().desk)).person,
        from: today(),
        to: today(),
        reason: 'On leave.',
      },
    }),
    'places.putOrganisation': async () => ({
      person,
      input: {
        organisation: practiceCode(),
        name: 'Mill Lane Practice',
        type: 'practice',
        area: 'brookshire',
        phone: '020 7946 0110',
        email: 'office.milllane@nhs.net',
        sites: ['Mill Lane'],
      },
    }),
    'places.putArea': async () => {
      places += 1;
      return {
        person,
        input: { area: `area-${places}`, name: 'Fenshire', rehabProvider: 'steady-ground' },
      };
    },
    'people.import': async () => ({ person, input: { text: freshList() } }),
  } satisfies Record<string, Good>;
};

/** The sample, about a practice and people who are not there yet. */
const freshList = () =>
  importSample.replaceAll('Z99003', practiceCode()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID());

export const goodPeopleQuestions = (at: () => { readonly desk: Desk }) =>
  ({
    'people.list': async () => ({ person, input: { search: 'Rosa', size: 3 } }),
    'people.page': async () => ({ person, input: { ...(await addWithRole(at().desk)) } }),
    'places.list': async () => ({ person, input: { size: 2 } }),
    'people.checkImport': async () => ({ person, input: { text: freshList() } }),
    'people.imports': async () => ({ person, input: {} }),
    'places.choices': async () => ({ person, input: {} }),
  }) satisfies Record<string, Good>;
