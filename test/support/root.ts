import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

// Everything a test writes to a temporary folder goes below the project: a shared /tmp may hold a stale
// unpacked browser of another version (see @sparticuz/chromium).
const temporary = join(import.meta.dirname, '..', '..', '.tmp');
mkdirSync(temporary, { recursive: true });
process.env['TMPDIR'] = temporary;
