import { wordList } from './wordList.ts';

/**
 * Words the gate does not take for a name by themselves.
 *
 * A person called May or Will must not silence every card that says "may" or "will". So:
 * - `plainWords` are never a name alone. People write "the duty doctor" into a field that asks for a name.
 * - `nameWords` are a name alone only where they are written as one: with a capital inside a sentence, after a title or
 *   an initial, or as the whole text. "12 May 2027" is a date. Beside another word of the same name they always count.
 * - So are words of two letters: Li, Ng, Jo. One letter alone is nobody.
 * - Every other word of a name counts wherever it stands, in any case.
 */

export const plainWords = wordList(`
  the and for with from that this his her him she they them their our your you who whom whose what when where which
  while was were are has had have been being not but nor yet both each any all one two three four five six seven
  eight nine ten did does done got get went gone came come left into onto over under out off about after before
  again then than there here now today tomorrow yesterday also only just very more most other another same some
  someone anyone everyone nobody none can could should would shall must might its itself himself herself themselves
  myself monday tuesday wednesday thursday friday saturday january february march july september october november
  december mon tue tues wed thu thur thurs fri sat feb mar apr jun jul aug sep sept oct nov dec mrs miss mister
  doctor prof professor sir lady rev reverend nurse gps staff team member members colleague colleagues receptionist
  receptionists reception manager managers practice surgery clinic clinician patient patients person people man
  woman men women boy girl children mother father wife husband partner son daughter brother sister friend friends
  relative relatives family neighbour carer visitor visitors police officer security duty locum trainee student
  assistant healthcare pharmacist pharmacy paramedic cleaner coordinator trainer provider commissioner panel chair
  lay primary care health service nhs report reports reported incident incidents referral referrals review reviewed
  cases item items notice notices inbox open opened closed closing new looked looking take taken send sent save
  saved show shown due waiting urgent decided tied cast vote votes voting ballot quorum meeting agenda motion
  against abstain placement stand stands appeal appeals letter letters removal session sessions cohort tab chat
  channel teams app list next last first second status state reference question answer answers known unknown yes see
  saw seen said told asked heard car desk door room window phone telephone front male female anonymous van
  von der den del della bin ibn abu
`);

export const nameWords = wordList(`
  may will mark bill grant hope rose rich young long short small large good best page price day week winter summer spring
  jan april june august sunday west north south east street lane hall house key lock set sale major minor judge law case
  cross chance close read reader call caller right way look wait body back hand head foot free fair early late keen quick
  smart true sharp park child lord card field drew ward
`);

/** Two or three capitals that are no one's initials when the app writes them. */
export const abbreviations = wordList(
  'GP GPS AM PM ID UK NHS DOB ICB PC IT OK NO ON OR AS AT BY DO GO HE IF IN IS ME MY OF SO TO UP US WE AN BE THE AND FOR NOT YOU ALL NEW DUE CPN HCA INC RMR PLC LTR APL MTG ITM SGR RNF REF SES COH AGN SEC A&E',
);
