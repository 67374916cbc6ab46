/**
 * HS-13 on everything the app sends: every journey is lived, every message, edit, invoke answer and log line is kept, and
 * each is compared with what identifies anybody in any row of the store. The collector is the tests' own.
 */
import assert from 'node:assert/strict';
import { motions } from '../../bot/contract/panel.ts';
import { nodesOf } from '../chat/support/cards.ts';
import { foundIn, identifiersIn, placesIn, wordsOf, type Identifier } from './support/identifiers.ts';
import { liveEverything } from './support/journeys.ts';
import { openStage, type Left, type Payload } from './support/stage.ts';
import { storedRows, type StoredRow } from './support/storedRows.ts';
import { referral, report } from './support/typed.ts';

const behaviour = /aggress|violen|abus|assault|shout|threat|weapon|racis|police|banned|barred|kettle/i;
const dates =
  /\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b20\d\d-\d\d-\d\d\b/i;

describe('HS-13 what leaves in every journey', function () {
  this.timeout(180_000);
  let left: readonly Left[];
  let log: readonly string[];
  let rows: readonly StoredRow[];
  let identifiers: readonly Identifier[];
  before(async () => {
    const stage = await openStage();
    try {
      await liveEverything(stage);
      left = stage.left();
      log = [...stage.log];
      rows = storedRows(stage.file);
      identifiers = identifiersIn(rows);
    } finally {
      await stage.close();
    }
  });

  const on = (surface: Left['surface']) => left.filter((one) => one.surface === surface);

  it('the journeys were lived: every kind of record is stored, and something left on every surface', () => {
    const types = new Set(rows.map(({ type }) => type));
    for (const type of ['INC', 'REF', 'MTG', 'ITM']) assert.ok(types.has(type), type);
    const states = new Set(
      rows.filter(({ kind }) => kind === 'head').map(({ type, state }) => `${String(type)} ${String(state)}`),
    );
    for (const state of [
      'INC CLOSED_LOCAL',
      'INC REPORTED',
      'REF WITHDRAWN',
      'REF COMPLETED',
      'REF CLOSED_DNA',
      'REF DECLINED',
      'ITM DECIDED',
      'ITM DEFERRED',
      'MTG CLOSED',
    ])
      assert.ok(states.has(state), `${state} of ${[...states].join(', ')}`);
    assert.ok(on('channel').length > 60, `${on('channel').length} to channels`);
    assert.ok(on('personal').length > 500, `${on('personal').length} to people`);
    assert.ok(log.length > 500, `${log.length} lines`);
  });

  it('the collector knows every text that was typed, in every writing', () => {
    const typed = [
      report.personName,
      report.locationOther,
      report.accompaniedPatient,
      report.peopleAffected,
      report.witnesses,
      report.fearForSafetyWho,
      report.narrative,
      report.onBehalfOf,
      '9990000107',
      '07700900461',
      'BK98ZY',
      '7 March 1981',
      '07/03/1981',
      '7.3.1981',
      referral.patientFirstName,
      referral.patientLastName,
      '+44 7700 900347',
      '01632 960 862',
      '23 Nov 1974',
      referral.groundDetail,
      referral.knownRisks,
      referral.bestTimes,
      referral.agreementTakenBy,
      referral.referrerEmail,
      'Rosa Bell',
      'Priya',
      'M.T.',
      'M. T.',
      'Zebedee',
      'M A R C H'.replaceAll(' ', '') + 'banks',
      'Griselda said to ring',
      'NOCN 88 QX',
      'Griselda moved them both',
      'was never heard although the letter',
      'Barnaby',
      'the gravel of quillfeather row',
    ];
    for (const text of typed) assert.notDeepEqual(foundIn(`Well: ${text}.`, identifiers), [], text);
  });

  it('the collector finds nothing in the app’s own words', () => {
    const own = [
      'You have 3 new notices.',
      'A new report waits for you: INC-2027-4839271.',
      'Motion: The placement should stand.',
      '2 of 4 cast',
      'Open in tab',
    ];
    for (const text of own) assert.deepEqual(foundIn(text, identifiers), [], text);
  });

  it('§8.1 nothing in a channel or group identifies anybody, in any part of any payload', () => {
    assert.deepEqual(
      leaksIn(
        on('channel').map(({ payload }) => payload),
        identifiers,
      ),
      [],
    );
  });

  it('§8.1 no channel hears of a place and a date together, of an outcome, a tally, a reason, or of safeguarding', () => {
    const places = placesIn(rows);
    const asked = new Set<string>(Object.values(motions).map(({ text }) => text));
    const outcomes = Object.values(motions)
      .flatMap(({ carried, notCarried }) => [carried.label, notCarried.label])
      .filter((outcome) => !asked.has(outcome));
    for (const { payload } of on('channel')) {
      const text = shown(payload);
      const words = wordsOf(text);
      assert.ok(!(places.some((place) => words.includes(place)) && dates.test(text)), text);
      for (const outcome of outcomes) assert.ok(!text.includes(outcome), text);
      assert.doesNotMatch(text, /\d (?:for|against)\b|carried|dismissed|upheld|casting vote|safeguard|SGC-/i);
    }
  });

  it('§8.1 what is announced names nobody and tells of no behaviour', () => {
    const announced = on('personal').flatMap(({ payload }) => announcementsIn(payload));
    assert.ok(announced.length > 300);
    assert.deepEqual(leaksIn(announced, identifiers), []);
    assert.deepEqual(
      announced.filter((text) => behaviour.test(text)),
      [],
    );
  });

  it('§8.1 no card of one’s own tells the story, or brings a file; a form brings back what was typed just now, and that alone', () => {
    const stories = identifiers.filter(
      ({ what, stored }) => what === 'piece of a text' && stored.includes('kettle'),
    );
    const numbers = identifiers.filter(
      ({ what }) => what === 'number' || what === 'date of birth' || what === 'code',
    );
    assert.ok(stories.length > 20 && numbers.length > 20);
    for (const { payload, typed } of on('personal')) {
      for (const { contentType, contentUrl } of attachmentsOf(payload)) {
        assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
        assert.equal(contentUrl, undefined);
      }
      const { display, inputs } = partsOf(payload);
      assert.deepEqual(
        foundIn(display, stories).filter((line) => !line.includes('We have barred')),
        [],
        display,
      );
      assert.deepEqual(foundIn(display, numbers), [], display);
      if (typed !== undefined)
        assert.deepEqual(
          foundIn(inputs, stories).filter(() => !wordsOf(JSON.stringify(typed)).includes('kettle')),
          [],
        );
    }
  });

  it('§8.1 no line of the log identifies anybody, at any level', () => {
    assert.deepEqual(leaksIn(log, identifiers), []);
    for (const line of log) assert.doesNotMatch(line, behaviour);
  });

  it('the gate had nothing to keep back: what leaves is right from the start', () => {
    assert.deepEqual(
      log.filter((line) => line.includes('HS-13')),
      [],
    );
  });
});

/** At most ten, so that a failure can be read. */
function leaksIn(sent: readonly (Payload | string)[], identifiers: readonly Identifier[]): string[] {
  const texts = [...new Set(sent.map((one) => (typeof one === 'string' ? one : shown(one))))];
  return texts
    .flatMap((text) =>
      foundIn(text, identifiers).map((found) => `${found} IN ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`),
    )
    .slice(0, 10);
}

/** Where it goes is Teams' own: ids and addresses. Names in there count. */
const addresses = new Set([
  'id',
  'serviceUrl',
  'channelId',
  'aadObjectId',
  'tenantId',
  'conversationType',
  'replyToId',
]);

/** Every text of a payload, keys of objects included. */
function shown(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  if (typeof payload === 'number') return String(payload);
  if (typeof payload !== 'object' || payload === null) return '';
  if (Array.isArray(payload)) return payload.map(shown).join('\n');
  return Object.entries(payload)
    .filter(([key]) => !addresses.has(key))
    .map(([key, value]) => (['from', 'type', 'contentType', '$schema'].includes(key) ? '' : shown(value)))
    .join('\n');
}

function announcementsIn(payload: Payload): string[] {
  const tops = ['text', 'summary', 'speak', 'channelData'].map((field) => shown(payload[field]));
  const inside = nodesOf(payload).flatMap((node) => [shown(node['fallbackText']), shown(node['speak'])]);
  const names = attachmentsOf(payload).map(({ name }) => shown(name));
  return [...tops, ...inside, ...names].filter((text) => text !== '');
}

const attachmentsOf = (payload: Payload) => (payload['attachments'] ?? []) as readonly Payload[];

/** What a card shows, and what its inputs hold. */
function partsOf(payload: Payload): { display: string; inputs: string } {
  const isInput = (node: object) => 'type' in node && String(node.type).startsWith('Input.');
  const walk = (node: unknown): string[] => {
    if (Array.isArray(node)) return node.flatMap(walk);
    if (typeof node !== 'object' || node === null) return typeof node === 'string' ? [node] : [];
    if (isInput(node)) return [];
    return Object.entries(node).flatMap(([key, child]) =>
      addresses.has(key) || key === 'from' || key === 'recipient' ? [] : walk(child),
    );
  };
  const inputs = nodesOf(payload)
    .filter(isInput)
    .map((input) => shown(input['value']));
  return { display: walk(payload).join('\n'), inputs: inputs.join('\n') };
}
