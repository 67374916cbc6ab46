import assert from 'node:assert/strict';
import { people } from '../support/house.ts';
import { appInBrowser } from './support/appInBrowser.ts';
import { visit } from './support/visit.ts';

describe('what the tab asks before its code is there', () => {
  const here = appInBrowser();

  it('Home asks each of its questions once: what was asked early is not asked again', async () => {
    const opened = await visit(here, { as: people.receptionist, at: '/mine' });
    const asked: string[] = [];
    opened.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(`${pathname} ${request.postData() ?? ''}`);
    });
    const token = await here.app.tokenFor(people.manager);
    await opened.page.addInitScript(
      `sessionStorage.setItem('common-ground.token', ${JSON.stringify(token)});`,
    );

    await opened.page.goto(`${here.app.url}/?theme=dark#/home`);
    await opened.page.getByRole('heading', { name: 'What has happened lately' }).waitFor();
    await opened.page.locator('[aria-busy]').first().waitFor({ state: 'detached' });

    const under = `"under":{"role":"PPM","organisation":"Z99001"}`;
    assert.deepEqual(asked.toSorted(), [
      '/api/demo ',
      `/api/questions/deadline.list {"input":{"size":20},${under}}`,
      `/api/questions/inbox.list {"input":{"size":30},${under}}`,
      `/api/questions/inbox.list {"input":{"unreadOnly":true,"size":20},${under}}`,
      '/api/questions/me {"input":{}}',
    ]);
    await opened.close();
  });

  it('a page that is not Home gets its own questions asked, and none of Home’s', async () => {
    const { page, close } = await visit(here, { as: people.manager, at: '/home' });
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    await page.goto(`${here.app.url}/?theme=dark#/incidents`);
    await page.getByRole('heading', { name: 'Incidents' }).waitFor();

    assert.ok(asked.includes('/api/questions/incident.list'));
    assert.ok(!asked.includes('/api/questions/inbox.list'));
    await close();
  });
});
