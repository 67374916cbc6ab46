/** What was typed is text in the tab as well: no script runs, nothing is loaded, nothing is a link (HS-13). */
import assert from 'node:assert/strict';
import { fileReport, people } from '../support/house.ts';
import { fileReferral, must } from '../support/referrals.ts';
import { appInBrowser } from '../tab/support/appInBrowser.ts';
import { visit } from '../tab/support/visit.ts';
import { payloads } from './support/payloads.ts';

/** All of them at once, as far as the longest field takes them. */
const everything = Object.values(payloads).join('\n');
const html = payloads['HTML'] ?? '';

describe('attack: injection through the tab (HS-13)', function () {
  this.timeout(60_000);
  const here = appInBrowser();

  const seen = async (who: (typeof people)[keyof typeof people], at: string, text: string) => {
    const { page, errors, close } = await visit(here, { as: who, at });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByText(text).first().waitFor();
    const state = await page.evaluate(() => ({
      hacked: 'hacked' in globalThis,
      planted: document.querySelectorAll(
        'img[src="x"], svg[onload], [onmouseover], [onfocus], [onerror], script:not([src]), a[href*="evil"]',
      ).length,
    }));
    await close();
    assert.deepEqual(dialogs, []);
    assert.deepEqual(state, { hacked: false, planted: 0 });
    assert.deepEqual(errors, []);
  };

  it('in a report’s page and lists, for the manager and the reporter', async () => {
    const { desk } = here.app;
    const ref = await fileReport(desk, people.receptionist, {
      location: 'OTHER',
      locationOther: html,
      accompaniedPatient: html,
      fearForSafetyWho: html,
      peopleAffected: everything.slice(0, 500),
      witnesses: html,
      narrative: everything.slice(0, 4000),
    });
    await must(desk, people.receptionist, 'incident.addFacts', { ref, text: everything.slice(0, 2000) });
    await must(desk, people.manager, 'incident.takeIntoReview', { ref });
    await must(desk, people.manager, 'incident.close', {
      ref,
      outcome: 'TALKED',
      feedback: everything.slice(0, 2000),
    });

    await seen(people.manager, `/incidents/${ref}`, '<img src=x onerror="window.hacked=1">');
    await seen(people.receptionist, `/incidents/${ref}`, 'DROP TABLE rows');
    await seen(people.receptionist, '/mine', ref);
  });

  it('in a referral’s page, for the referrer and the coordinator', async () => {
    const ref = await fileReferral(here.app.desk, {
      knownRisks: everything.slice(0, 500),
      bestTimes: html.slice(0, 120),
      agreementTakenBy: html.slice(0, 120),
    });
    await must(here.app.desk, people.coordinator, 'referral.logAttempt', {
      ref,
      outcome: 'NO_ANSWER',
      note: everything.slice(0, 500),
    });

    await seen(people.manager, `/referrals/${ref}`, '<img src=x onerror="window.hacked=1">');
    await seen(people.coordinator, `/referrals/${ref}`, '<img src=x onerror="window.hacked=1">');
  });

  it('an address of the tab made by somebody else opens nothing of theirs', async () => {
    for (const at of [
      '/incidents/javascript:alert(1)',
      '/incidents/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      '//evil.example/',
      '/referrals/..%2F..%2Fapi%2Fdemo',
    ]) {
      const { page, close } = await visit(here, { as: people.manager, at });
      await page.getByRole('main').waitFor();
      const hacked = await page.evaluate(
        () => 'hacked' in globalThis || document.querySelector('img[src="x"]') !== null,
      );
      assert.equal(hacked, false);
      assert.ok(page.url().startsWith(here.app.url), page.url());
      await close();
    }
  });
});
