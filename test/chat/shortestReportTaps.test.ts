import assert from 'node:assert/strict';
import { prefilled } from '../../bot/chat/forms/reportForm.ts';
import { shortestReportTaps } from '../../bot/chat/shortestReportTaps.ts';

describe('the shortest report', () => {
  it('takes eight taps: seven answers nobody can give for the person, and "Send report"', () => {
    assert.equal(shortestReportTaps, 8);
    assert.deepEqual(prefilled, ['site', 'incidentDate', 'incidentTime']);
  });
});
