import assert from 'node:assert/strict';
import { fileReport, newId, people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { visit } from './support/visit.ts';

describe('a report in the tab', () => {
  const here = appInBrowser();

  it('I3 I4 the manager opens the notice, takes it into review and closes it; the reporter reads the answer', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    await here.app.deliverNotices();
    const manager = await visit(here, { as: people.manager });

    await manager.page.getByRole('link', { name: `A new report waits for you: ${ref}.` }).click();
    await manager.page.getByRole('heading', { name: ref }).waitFor();
    await manager.page.getByRole('button', { name: 'Take into review' }).click();
    await manager.page.getByText('You are looking at this report now.').waitFor();
    await manager.page.getByRole('button', { name: 'Close with feedback' }).click();
    await manager.page.getByRole('button', { name: 'Close report' }).click();
    await manager.page.getByText('Choose how it was dealt with.').waitFor();
    await manager.page.getByLabel('How was it dealt with?').selectOption('We talked with the person');
    await manager.page
      .getByLabel('Feedback to the person who reported it')
      .fill('I rang him and we agreed what happens next.');
    await manager.page.getByRole('button', { name: 'Close report' }).click();
    await manager.page.getByText('The report is closed and your feedback has gone').waitFor();
    assert.equal(await manager.page.getByRole('button', { name: 'Close with feedback' }).count(), 0);
    await manager.page.getByRole('link', { name: 'Home' }).click();
    const lately = manager.page.getByRole('region', { name: 'What has happened lately' });
    await lately.getByRole('link', { name: ref }).waitFor();
    assert.deepEqual(manager.errors, []);
    await manager.close();

    await here.app.deliverNotices();
    const reporter = await visit(here, { as: people.receptionist, at: '/mine' });
    await reporter.page.getByRole('link', { name: `There is an answer to your report ${ref}.` }).click();
    await reporter.page.getByText('I rang him and we agreed what happens next.').first().waitFor();
    assert.equal(await reporter.page.getByRole('button', { name: 'Take into review' }).count(), 0);
    assert.deepEqual(reporter.errors, []);
    await reporter.close();
  });

  it('I3 when someone else was quicker, the page says so and shows the report as it is now', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const { page, close } = await visit(here, { as: people.manager, at: `/incidents/${ref}` });
    const take = page.getByRole('button', { name: 'Take into review' });
    await take.waitFor();
    await here.app.desk.perform(people.gp, { id: newId(), name: 'incident.takeIntoReview', input: { ref } });

    await take.click();

    await page.getByText('This report has moved on: Helen Okafor is looking at it.').waitFor();
    await page.getByRole('button', { name: 'Close with feedback' }).waitFor();
    assert.equal(await take.count(), 0);
    await close();
  });

  it('I4 feedback being written is not taken away when someone else closes the report', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const act = (name: string, input: object) =>
      here.app.desk.perform(people.gp, { id: newId(), name, input });
    await act('incident.takeIntoReview', { ref });
    const { page, close } = await visit(here, { as: people.manager, at: `/incidents/${ref}` });
    await page.getByRole('button', { name: 'Close with feedback' }).click();
    await page.getByLabel('How was it dealt with?').selectOption('Something else');
    await page.getByLabel('Feedback to the person').fill('My own long and careful answer.');
    await act('incident.close', { ref, outcome: 'TALKED', feedback: 'Closed by the other one.' });

    await page.getByRole('button', { name: 'Close report' }).click();

    await page.getByText('This report has moved on. It is now: closed.').waitFor();
    assert.equal(
      await page.getByLabel('Feedback to the person').inputValue(),
      'My own long and careful answer.',
    );
    await close();
  });

  it('facts added later and a linked report show on the page and in the timeline', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const other = await fileReport(here.app.desk, people.colleague);
    const { page, errors, close } = await visit(here, {
      as: people.manager,
      at: `/incidents/${ref}`,
    });

    await page.getByRole('button', { name: 'Add facts' }).click();
    await page.getByLabel('What do you want to add?').fill('He came back with 943 476 5919 on a note.');
    await page.getByRole('button', { name: 'Add to the report' }).click();
    await page.getByLabel('Reason why it must stay').fill('It is the number on the note.');
    await page.getByRole('button', { name: 'Add to the report' }).click();
    await page.getByText('Your facts have been added to the report.').waitFor();
    await page.getByRole('button', { name: 'Link another report' }).click();
    await page.getByLabel('Reference of the other report').fill(ref);
    await page.getByRole('button', { name: 'Link the two' }).click();
    await page.getByText('Give the reference of the other report, not of this one.').waitFor();
    await page.getByLabel('Reference of the other report').fill(other);
    await page.getByRole('button', { name: 'Link the two' }).click();

    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('He came back with 943 476 5919 on a note.').waitFor();
    await timeline.getByText(`Linked with ${other}`).waitFor();
    await page.getByRole('region', { name: 'Linked reports' }).getByRole('link', { name: other }).click();
    await page.getByRole('heading', { name: other }).waitFor();
    assert.deepEqual(errors, []);
    await close();
  });

  it('§1.2 a report of another practice is not available, whether or not it exists', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const sentences = [];
    for (const asked of [ref, 'INC-2027-0000000']) {
      const { page, close } = await visit(here, {
        as: people.otherManager,
        at: `/incidents/${asked}`,
      });
      sentences.push(await page.getByRole('alert').textContent());
      await close();
    }

    assert.match(sentences[0] ?? '', /not available to your role/i);
    assert.equal(sentences[0], sentences[1]);
  });

  it('a report prints on white, without the app around it', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const { page, close } = await visit(here, {
      as: people.manager,
      at: `/incidents/${ref}`,
      theme: 'dark',
    });
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();

    await page.emulateMedia({ media: 'print' });

    await page.locator('html[data-theme=light]').waitFor();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    for (const part of ['Take into review', 'Add facts', 'Next day']) {
      assert.equal(await page.getByRole('button', { name: part }).count(), 0, part);
    }
    assert.equal(await page.getByRole('navigation').count(), 0);
    await close();
  });

  it('every state explains itself to keyboard and mouse', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const { page, close } = await visit(here, { as: people.manager, at: `/incidents/${ref}` });

    await page.getByRole('button', { name: 'Reported', exact: true }).focus();

    await page
      .getByRole('tooltip', { name: 'The report has arrived and waits for the practice manager.' })
      .waitFor();
    await close();
  });

  it('D20 an open page follows what others do; while nothing changes it is answered "not changed"', async () => {
    const ref = await fileReport(here.app.desk, people.receptionist);
    const { page, close } = await visit(here, {
      as: people.receptionist,
      at: `/incidents/${ref}`,
      settableClock: true,
    });
    await page.getByText('Nobody yet').waitFor();
    const askedAgain = async () => {
      const answered = page.waitForResponse((response) => response.url().endsWith('/incident.page'));
      await page.clock.runFor(10_000);
      return (await answered).status();
    };

    const whenNothingChanged = await askedAgain();
    await here.app.desk.perform(people.manager, {
      id: newId(),
      name: 'incident.takeIntoReview',
      input: { ref },
    });
    const whenTaken = await askedAgain();

    assert.deepEqual([whenNothingChanged, whenTaken], [304, 200]);
    await page.getByRole('button', { name: 'Being looked at' }).waitFor();
    await close();
  });
});
