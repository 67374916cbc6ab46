/**
 * §8.1, §1.3 in a real browser: pages of every role are lived, forms half typed, and nothing of anybody in the store is
 * found in an address, a referrer, a title, the console, or anything the browser would keep.
 */
import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';
import type { Person } from '../../bot/desk/caller.ts';
import { fileReport, people, setTime } from '../support/house.ts';
import { caseRef, chair, done, list, sit } from '../support/panel.ts';
import { anyDay, must } from '../support/referrals.ts';
import { appInBrowser } from '../tab/support/appInBrowser.ts';
import { visit } from '../tab/support/visit.ts';
import { foundIn, identifiersIn, type Identifier } from './support/identifiers.ts';
import { report, referral } from './support/typed.ts';
import { storedRows } from './support/storedRows.ts';

interface Kept {
  /** Addresses asked for and shown, and what was said of where one came from. */
  readonly addresses: string[];
  /** Titles, console lines, names of the window: what shows or is kept without being asked. */
  readonly said: string[];
  readonly storage: string[];
  /** Answers of the API that a browser might keep. */
  readonly cacheable: string[];
  /** What the pages showed, so that the test knows they were about somebody. */
  readonly shown: string[];
}

describe('§8.1 what a browser keeps of the pages', function () {
  this.timeout(120_000);
  const here = appInBrowser();
  const kept: Kept = { addresses: [], said: [], storage: [], cacheable: [], shown: [] };
  let identifiers: readonly Identifier[];

  before(async () => {
    const { desk, clock } = here.app;
    const inc = await fileReport(desk, people.receptionist, {
      ...report,
      incidentTypes: ['NONPHYS'],
      directedAt: ['STAFF:VERBAL'],
      fearForSafety: true,
    });
    const { groundDetail: ground3Reason, ...typed } = referral;
    const { ref = '' } = await must(desk, people.manager, 'referral.submit', {
      ...typed,
      ground3Reason,
      provider: 'steady-ground',
      agreementConfirmed: true,
      accessNeeds: ['HEARING'],
    });
    await must(desk, people.coordinator, 'referral.logAttempt', {
      ref,
      outcome: 'SPOKE_ACCEPTED',
      accessConfirmed: true,
    });
    const slot = { trainer: people.trainer.person, start: '2027-01-18T10:00', reasons: anyDay };
    await must(desk, people.coordinator, 'referral.book', { ref, session: 1, ...slot });
    const meeting = await sit(desk);
    const item = await list(desk, meeting);
    await done(desk, chair, 'item.open', { ...item });
    await here.app.deliverNotices();
    identifiers = identifiersIn(storedRows(here.app.file));

    await live(people.receptionist, ['/report', '/mine', `/incidents/${inc}`], halfAReport);
    await live(
      people.manager,
      ['/home', '/incidents', `/incidents/${inc}`, '/referrals', `/referrals/${ref}`, '/referrals/new'],
      halfAReferral,
    );
    await live(people.coordinator, ['/home', '/calls', '/schedule', '/outcomes', `/referrals/${ref}`]);
    setTime(clock, Temporal.Instant.from('2027-01-18T13:05:00Z'));
    await live(people.trainer, ['/today', '/sessions']);
    setTime(clock, Temporal.Instant.from('2027-01-11T10:00:00Z'));
    await live(people.officer, ['/home', '/meetings', `/meetings/${meeting}`]);
    await live(chair, ['/meetings', `/meetings/${meeting}`, `/meetings/items/${item.ref}`], halfADeferral);
    assert.ok(caseRef);
  });

  async function live(
    who: Person,
    pages: readonly string[],
    type?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const { page, close } = await visit(here, { as: who, at: pages[0] ?? '/' });
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    page.on('console', (message) => kept.said.push(message.text()));
    page.on('response', (response) => {
      const isApi = new URL(response.url()).pathname.startsWith('/api/');
      if (isApi && response.headers()['cache-control'] !== 'no-store') kept.cacheable.push(response.url());
    });
    for (const at of pages) {
      await page.evaluate((hash) => (location.hash = hash), at);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      await note(page);
    }
    if (type) {
      await type(page);
      await note(page);
      // And from one page to another with the form half filled.
      await page.locator('nav[aria-label=Places] a').first().click();
      await note(page);
    }
    for (const request of asked) kept.addresses.push(request.url(), request.headers()['referer'] ?? '');
    await close();
  }

  async function note(page: Page): Promise<void> {
    kept.addresses.push(page.url());
    kept.said.push(await page.title());
    kept.shown.push(await page.locator('main').innerText());
    kept.storage.push(await page.evaluate(everythingStored), JSON.stringify(await page.context().cookies()));
  }

  it('the pages showed the very people who must not be found', () => {
    const found = foundIn(kept.shown.join('\n'), identifiers);
    for (const known of ['Tindall', 'Marchbanks', 'number: 7700900347', 'quillfeather', 'name: Owen Price'])
      assert.ok(
        found.some((line) => line.toLowerCase().includes(known.toLowerCase())),
        known,
      );
    assert.ok(kept.addresses.length > 100 && kept.storage.length > 40);
  });

  it('no address, and nothing that says where one came from, identifies anybody', () => {
    const addresses = [...new Set(kept.addresses)].map((address) => decodeURIComponent(address));
    assert.deepEqual(
      addresses.flatMap((address) => foundIn(address, identifiers).map((found) => `${found} in ${address}`)),
      [],
    );
    assert.deepEqual(
      addresses.filter((address) => address.includes('?') && !address.includes('?theme=')),
      [],
    );
    const sources = kept.addresses.filter((_address, index) => index % 2 === 1);
    assert.ok(sources.length > 0);
  });

  it('no title and no line of the console identifies anybody', () => {
    assert.deepEqual(
      [...new Set(kept.said)].flatMap((text) => foundIn(text, identifiers)),
      [],
    );
  });

  it('storage, cookies, databases and caches hold a token and the role, and nothing of what was shown or typed', () => {
    const texts = [...new Set(kept.storage)];
    assert.deepEqual(
      texts.flatMap((text) => foundIn(text, identifiers)),
      [],
    );
    for (const text of texts) assert.doesNotMatch(text, /half typed|kettle|Peregrine/i);
    const keys = new Set(
      texts.flatMap((text) => Object.keys((JSON.parse(text) as { session?: object }).session ?? {})),
    );
    assert.deepEqual([...keys].toSorted(), ['common-ground.token']);
  });

  it('no answer of the API may be kept', () => {
    assert.deepEqual(kept.cacheable, []);
  });
});

async function halfAReport(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '/report'));
  await page.getByLabel('Say what happened').fill('half typed: Peregrine threw the kettle again');
  await page.getByRole('button', { name: 'Add more' }).click();
}

async function halfAReferral(page: Page): Promise<void> {
  await page.getByLabel('Last name').fill('Peregrine half typed');
  await page.getByLabel('Risks a trainer must know of').fill('half typed kettle');
}

async function halfADeferral(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Defer' }).first().click();
  await page.getByRole('textbox').first().fill('half typed: Peregrine and the kettle');
}

/** As JSON: both stores, every database with its rows, every cache with its answers, the window's name and its history. */
async function everythingStored(): Promise<string> {
  const databases = await indexedDB.databases();
  const caches = await window.caches.keys();
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return JSON.stringify({
    session: {
      ...Object.fromEntries(Object.entries(sessionStorage)),
      'common-ground.token': sessionStorage.getItem('common-ground.token') ? 'kept' : 'none',
    },
    local: Object.fromEntries(Object.entries(localStorage)),
    cookie: document.cookie,
    databases: databases.map(({ name }) => name),
    caches,
    workers: workers.length,
    windowName: window.name,
    history: history.state as unknown,
  });
}
