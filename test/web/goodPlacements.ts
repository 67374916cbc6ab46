/** Inputs about placements that succeed, for the fuzz. */
import type { Desk } from '../../bot/desk/desk.ts';
import { people as cast } from '../support/house.ts';
import { aPlacement, placed } from '../support/placements.ts';

const officer = cast.officer.person;
const schemeGp = cast.schemeGp.person;

export const goodPlacementCommands = {
  'placement.open': async () => ({
    person: officer,
    input: {
      ...aPlacement({ address: '4 Mill Row, Brookton', postcode: 'WV1 1AA', barredPractices: ['Z99001'] }),
    },
  }),
};

export const goodPlacementQuestions = (desk: () => Desk) => ({
  'placement.form': async () => ({ person: officer, input: {} }),
  'placement.status': async () => ({ person: officer, input: { ref: (await placed(desk())).ref } }),
  'placement.page': async () => ({ person: schemeGp, input: { ref: (await placed(desk())).ref } }),
  'placement.list': async () => ({ person: schemeGp, input: { size: 2 } }),
});
