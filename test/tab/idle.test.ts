import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fileReport, people, setTime } from '../support/house.ts';
import { must } from '../support/referrals.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { findBarriers } from './support/axe.ts';
import { referAndAccept } from './support/referrals.ts';
import { visit } from './support/visit.ts';
import { themes } from './support/walk.ts';

const hiddenCard = (page: Page) =>
  page.getByRole('heading', { name: 'Hidden after 15 minutes without activity' });
const feedbackIn = (page: Page) => page.getByRole('textbox', { name: /^Feedback/ });
const again = (page: Page) => page.getByRole('button', { name: 'Show the page again' });

describe('§8 pages about patients that nobody touches', () => {
  const here = appInBrowser();
  afterEach(() => setTime(here.app.clock, Temporal.Instant.from('2027-01-11T10:00:00Z')));

  /** The page of a report with feedback half written. */
  const halfWritten = async (width = 1280) => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const seen = await visit(here, {
      as: people.manager,
      at: `/incidents/${ref}`,
      settableClock: true,
      width,
    });
    const { page } = seen;
    await page.getByRole('button', { name: 'Take into review' }).click();
    await page.getByRole('button', { name: 'Close with feedback' }).click();
    await feedbackIn(page).fill('We have spoken with Maurice Tindall');
    return { ...seen, ref };
  };
  /** Everything the document holds, and everything that is in its fields. */
  const held = (page: Page) =>
    page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement).value,
        ),
      ].join('\n'),
    );

  it('stay while they are used, and hide 15 minutes after the last touch', async () => {
    const { page, errors, close } = await halfWritten();

    await page.clock.runFor('14:30');
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await page.clock.runFor('14:30');
    assert.equal(await hiddenCard(page).count(), 0);
    await page.clock.runFor('00:45');

    await hiddenCard(page).waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('are taken out of the document, not covered: nothing of the patient and nothing typed is in it', async () => {
    const { page, ref, close } = await halfWritten();
    assert.match(await held(page), /Maurice Tindall/);
    assert.match(await held(page), /shouted/);

    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();

    const now = await held(page);
    assert.doesNotMatch(now, /Tindall|Maurice|shouted|We have spoken/);
    assert.doesNotMatch(await page.locator('main').innerText(), new RegExp(ref));
    await close();
  });

  it('ask nothing while hidden, and ask who is signed in, and everything afresh, when shown again', async () => {
    const { page, ref, close } = await halfWritten();
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();
    const asked: string[] = [];
    const tags: (string | undefined)[] = [];
    page.on('request', (request) => {
      const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
      asked.push(name);
      // A tag would mean that the answer had been kept.
      if (name === 'incident.page') tags.push(request.headers()['if-none-match']);
    });
    await page.clock.runFor('01:00');
    assert.ok(!asked.includes('incident.page'), asked.join(' '));
    asked.length = 0;

    await again(page).click();

    await page.getByText(ref).first().waitFor();
    assert.deepEqual(asked.slice(0, 2), ['me', 'incident.page']);
    assert.equal(tags[0], undefined);
    assert.equal(await hiddenCard(page).count(), 0);
    await close();
  });

  it('come back with what was typed, and it can be sent', async () => {
    const { page, errors, close } = await halfWritten();
    await page.clock.runFor('15:01');
    await again(page).click();

    const feedback = feedbackIn(page);
    await feedback.waitFor();
    assert.equal(await feedback.inputValue(), 'We have spoken with Maurice Tindall');
    await page.getByLabel('How was it dealt with').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Close report' }).click();

    await page.getByText('Closed').first().waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('come back with a half-filled report, whose id stays the same', async () => {
    const { page, commands, close } = await visit(here, {
      as: people.receptionist,
      at: '/report',
      settableClock: true,
    });
    await page.getByLabel('Say what happened').fill('Threw a chair at the door and left.');
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();
    assert.doesNotMatch(await held(page), /Threw a chair/);

    await again(page).click();

    assert.equal(
      await page.getByLabel('Say what happened').inputValue(),
      'Threw a chair at the door and left.',
    );
    assert.deepEqual(commands, []);
    await close();
  });

  it('come back with a half-filled placement', async () => {
    const { page, close } = await visit(here, {
      as: people.officer,
      at: '/placements/new',
      settableClock: true,
    });
    const evidence = page.getByLabel('Evidence (required)');
    await evidence.fill('The neighbouring area wrote that he was on its scheme.');
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();

    await again(page).click();

    assert.equal(await evidence.inputValue(), 'The neighbouring area wrote that he was on its scheme.');
    await close();
  });

  it('stay where no patient is ever shown', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/people', settableClock: true });
    await page.getByRole('heading').first().waitFor();
    const heading = await page.getByRole('heading').first().innerText();

    await page.clock.runFor('15:01');

    assert.equal(await page.getByRole('heading').first().innerText(), heading);
    assert.equal(await hiddenCard(page).count(), 0);
    await close();
  });

  it('hide at the first movement after the machine has slept', async () => {
    const { page, close } = await halfWritten();

    // A sleeping machine runs no timer: what is due comes late, and once.
    await page.clock.pauseAt(new Date(Date.now() + 3 * 3_600_000));
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);

    await hiddenCard(page).waitFor();
    await close();
  });

  it('are not shown to somebody whose sign-in has ended', async () => {
    const { page, close } = await halfWritten();
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();
    await page.route('**/api/questions/me', (route) =>
      route.fulfill({ status: 401, json: { code: 'signIn', message: 'Sign in first.' } }),
    );

    await again(page).click();

    await page.getByText('Your sign-in has ended. Pick a person again.').waitFor();
    assert.doesNotMatch(await held(page), /Tindall|We have spoken/);
    await close();
  });

  it('say so when they cannot be asked for, and stay hidden', async () => {
    const { page, close } = await halfWritten();
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();
    await page.route('**/api/questions/me', (route) => route.abort());
    await again(page).click();

    await page.getByText('Common Ground cannot be reached just now.').waitFor();
    assert.doesNotMatch(await held(page), /Tindall|We have spoken/);
    await page.unroute('**/api/questions/me');
    await again(page).click();
    await feedbackIn(page).waitFor();
    await close();
  });

  it('R9 a mark made without a connection is sent when it is back, though its page is hidden by then', async () => {
    const ref = await referAndAccept(here.app.desk, 'Ellery');
    const slot = { ref, session: 1, trainer: people.trainer.person, start: '2027-01-26T10:00' };
    await must(here.app.desk, people.coordinator, 'referral.book', slot);
    setTime(here.app.clock, Temporal.Instant.from('2027-01-26T13:05:00Z'));
    const { page, close } = await visit(here, { as: people.trainer, width: 390, settableClock: true });
    await page.route('**/api/commands/referral.markAttendance', (route) => route.abort());
    const theirs = page.getByRole('listitem', { name: /^Maurice, session/ });
    await theirs.getByRole('button', { name: 'Attended' }).click();
    await page.getByRole('button', { name: 'Save now' }).click();
    await page.getByText('Not sent yet: there is no connection.').waitFor();
    await page.clock.runFor('15:01');
    await hiddenCard(page).waitFor();
    await page.unroute('**/api/commands/referral.markAttendance');

    const sent = page.waitForResponse('**/api/commands/referral.markAttendance');
    await page.clock.runFor('00:11');
    await sent;

    await again(page).click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    const asked = await here.app.desk.ask(people.coordinator, { name: 'referral.status', input: { ref } });
    assert.equal(asked.answered && asked.answer.state, 'S1_DONE');
    await close();
  });

  for (const theme of themes) {
    it(`the card in their place has no barrier in the ${theme} theme, takes the focus, and fits a phone`, async () => {
      const { page, close } = await visit(here, {
        as: people.manager,
        at: '/incidents',
        theme,
        width: 390,
        settableClock: true,
      });
      await page.getByRole('table').waitFor();
      await page.clock.runFor('15:01');
      await hiddenCard(page).waitFor();

      assert.deepEqual(await findBarriers(page), []);
      assert.equal(await page.locator(':focus').textContent(), 'Hidden after 15 minutes without activity');
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
      const box = await again(page).boundingBox();
      assert.ok(box && box.height >= 44, `${box?.height}`);
      await close();
    });
  }
});
