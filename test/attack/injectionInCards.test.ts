/** Template, Markdown, HTML and card text through every text field, in every card that shows it (HS-13). */
import assert from 'node:assert/strict';
import { aReport, newId, openHouse, people, type House } from '../support/house.ts';
import { aReferral } from '../support/referrals.ts';
import { checkCard } from '../support/checkCard.ts';
import { castAll, chair, done, members, vote } from '../support/panel.ts';
import { nodesOf, type Node } from '../chat/support/cards.ts';
import { openTeams, type Teams } from '../chat/support/teams.ts';
import { payloads } from './support/payloads.ts';

const tab = 'http://127.0.0.1:3978/tab';
/** A sign that Markdown, a date macro or HTML would still read. Backslashes take its meaning. */
const live = /(?<!\\)[*_`~[\]<>&]|^(?:#|\+ |- |=|\d+[.)])|(?<!\\)\{(?=\{)|^(?: {4}|\t)/m;
const reportTexts = [
  'locationOther',
  'personName',
  'accompaniedPatient',
  'narrative',
  'fearForSafetyWho',
  'peopleAffected',
  'witnesses',
  'onBehalfOf',
  'personNhsNumber',
  'damageCost',
  'helpMinutes',
  'incidentDate',
  'incidentTime',
  'site',
  'reasonW08',
] as const;
const referTexts = [
  'patientFirstName',
  'patientLastName',
  'patientPhone',
  'altPhone',
  'bestTimes',
  'agreementTakenBy',
  'dob',
  'nhsNumber',
  'interpreterLanguage',
  'knownRisks',
  'ground3Reason',
  'schemePlacement',
  'warningLetterDate',
  'referrerPhone',
  'referrerEmail',
  'reasonW09',
] as const;

/** An input left empty keeps its empty value; an expression that somebody typed stays one. */
const expected = /\.(value|isVisible) was dropped$|^holds an expression/;

describe('attack: injection through cards (HS-13)', function () {
  this.timeout(60_000);
  let house: House;
  const opened: Teams[] = [];
  const open = async (person: (typeof people)[keyof typeof people]): Promise<Teams> => {
    const teams = await openTeams({ desk: house.desk, person });
    opened.push(teams);
    await teams.say('hello');
    return teams;
  };
  before(async () => {
    house = await openHouse();
  });
  after(async () => {
    for (const teams of opened) await teams.close();
    house.close();
  });

  /** What a card is made of is ours: what was typed is only ever a text or an input's value in it. */
  const isSound = (card: unknown, what: string) => {
    assert.ok(card && typeof card === 'object', `${what}: ${String(card)}`);
    for (const node of nodesOf(card)) {
      const type = typeof node['type'] === 'string' ? node['type'] : '';
      assert.doesNotMatch(type, /^(Image|Media|ImageSet|RichTextBlock)$/, what);
      for (const text of markdownOf(node)) assert.doesNotMatch(text, live, what);
      if (typeof node['url'] === 'string') assert.ok(node['url'].startsWith(tab), `${what}: ${node['url']}`);
      if (type.startsWith('Action.')) assert.doesNotMatch(String(node['title']), /Said/, what);
    }
    assert.doesNotMatch(JSON.stringify(card), /\[object|undefined|"never"/, what);
  };
  /** Microsoft's own runtime reads and draws it. */
  const isDrawn = (card: unknown, what: string) => {
    isSound(card, what);
    assert.deepEqual(
      checkCard(card as object).filter((problem) => !expected.test(problem)),
      [],
      what,
    );
  };
  const markdownOf = (node: Node) =>
    [
      node['type'] === 'TextBlock' ? node['text'] : undefined,
      ...('title' in node && 'value' in node && !('type' in node) && !('id' in node) ? [node['value']] : []),
    ].filter((text) => typeof text === 'string' && text.includes('Said')) as string[];

  for (const [what, payload] of Object.entries(payloads)) {
    it(`${what}, in each field of a report and a referral that comes back filled in`, async () => {
      const [reporter, manager] = [await open(people.receptionist), await open(people.manager)];
      const everywhere = (fields: readonly string[]) =>
        Object.fromEntries(fields.map((field) => [field, payload]));
      const report = {
        ...aReport(),
        incidentTypes: 'NONPHYS',
        directedAt: 'STAFF:VERBAL',
        fearForSafety: 'true',
      };
      const { accessNeeds: _needs, agreementConfirmed: _agreed, ...form } = aReferral();
      const referral = { ...form, accessNeeds: 'HEARING', agreementConfirmed: 'false' };

      for (const field of reportTexts) {
        const typed = { ...report, narrative: 'short', [field]: payload, id: newId() };
        isSound(await reporter.tap('incident.report', typed), field);
      }
      for (const field of referTexts) {
        const typed = { ...referral, [field]: payload, id: newId() };
        isSound(await manager.tap('referral.submit', typed), field);
      }
      const full = { ...report, ...everywhere(reportTexts), id: newId() };
      isDrawn(await reporter.tap('incident.report', full), 'report');
      const fuller = { ...referral, ...everywhere(referTexts), id: newId() };
      isDrawn(await manager.tap('referral.submit', fuller), 'referral');
    });

    it(`${what}, in a report that is sent, added to, closed and shown in every way`, async () => {
      const [reporter, manager] = [await open(people.receptionist), await open(people.manager)];
      const cards: unknown[] = [];
      const ref = await done(house.desk, people.receptionist, 'incident.report', {
        ...aReport(),
        location: 'OTHER',
        locationOther: payload.slice(0, 200),
        accompaniedPatient: payload.slice(0, 200),
        narrative: payload,
        fearForSafetyWho: payload.slice(0, 200),
        peopleAffected: payload,
        witnesses: payload,
      });
      cards.push(await reporter.tap('incident.addFacts.form', { ref }));
      cards.push(await reporter.tap('incident.addFacts', { ref, id: newId(), text: payload }));
      cards.push(await manager.tap('incident.takeIntoReview', { ref }));
      cards.push(await manager.tap('incident.close.form', { ref }));
      cards.push(
        await manager.tap('incident.close', { ref, id: newId(), outcome: 'MAYBE', feedback: payload }),
      );
      cards.push(
        await manager.tap('incident.close', { ref, id: newId(), outcome: 'TALKED', feedback: payload }),
      );
      cards.push(await reporter.tap('incident.status', { ref }));
      for (const words of [`status ${ref}`, 'my reports', 'inbox', 'help', payload])
        cards.push(...(await reporter.say(words)));
      for (const words of [`status ${ref}`, 'due', 'inbox', 'my referrals'])
        cards.push(...(await manager.say(words)));

      for (const card of cards) isSound(card, what);
      isDrawn(cards[6], what);
      assert.ok(JSON.stringify(cards.at(6)).includes('Said'), 'the feedback is shown');
      assert.deepEqual([reporter.breaches, manager.breaches], [[], []]);
    });
  }

  it('a casting vote’s reason that is too short comes back as it was typed', async () => {
    const item = await vote(house.desk);
    await castAll(house.desk, item, ['FOR', 'FOR', 'AGAINST', 'AGAINST']);
    await done(house.desk, chair, 'item.close', { ...item });
    const teams = await open(members.CHAIR as typeof people.accountable);

    for (const [what, payload] of Object.entries(payloads)) {
      const data = { ...item, id: newId(), direction: 'MAYBE', reason: payload };
      isSound(await teams.tap('item.castingVote', data), what);
      isSound(await teams.tap('item.castingVote.form', { ...item, ref: item.ref }), what);
    }
  });

  it('names in the directory are text as well: whoever types them', async () => {
    const teams = await open(people.receptionist);
    for (const [what, payload] of Object.entries(payloads)) {
      await done(house.desk, people.administrator, 'people.rename', {
        person: 'person-101',
        name: payload.slice(0, 120),
        reason: 'Asked for by the person.',
      });
      for (const card of await teams.say('help')) isSound(card, what);
    }
  });
});
