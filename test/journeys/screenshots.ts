/** `npm run screenshots`: walks the three journeys in the running app and writes the README's pictures into docs/. */
import '../support/root.ts';
import { picturesOfIncident } from './screenshots/incident.ts';
import { picturesOfPanel } from './screenshots/panel.ts';
import { picturesOfReferral } from './screenshots/referral.ts';
import { openStage } from './support/stage.ts';

const noHook = {
  skip(): never {
    throw new Error('There is no browser. Install Chrome or Chromium, or set CHROMIUM_PATH.');
  },
} as unknown as Mocha.Context;

for (const walk of [picturesOfIncident, picturesOfReferral, picturesOfPanel]) {
  const stage = await openStage(noHook);
  try {
    await walk(stage);
  } finally {
    await stage.close();
  }
}
