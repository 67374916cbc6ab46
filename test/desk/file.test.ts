import assert from 'node:assert/strict';
import { createDesk } from '../../bot/desk/desk.ts';
import { commandSpecs, fileSpecs, questionSpecs } from '../../bot/desk/catalogue.ts';
import type { AccessLine } from '../../bot/desk/ports.ts';
import type { FileSpecs } from '../../bot/desk/spec.ts';
import { fileReport, openHouse, people, type House, noting } from '../support/house.ts';

describe('desk.file (D19)', () => {
  let house: House;
  let lines: AccessLine[];
  let ref: string;
  beforeEach(async () => {
    lines = [];
    house = await openHouse({ access: noting(async (line) => void lines.push(line)) });
    ref = await fileReport(house.desk, people.receptionist);
    lines.length = 0;
  });
  afterEach(() => house.close());

  const fetch = (who: { person: string }, input: object, name = 'audit.export') =>
    house.desk.file(who, { name, input });

  it('gives a file with its name and type', async () => {
    const fetched = await fetch(people.auditor, { ref });

    assert(fetched.made);
    assert.equal(fetched.file.mediaType, 'text/csv; charset=utf-8');
    assert.match(fetched.file.filename, /^audit.*\.csv$/);
    assert.match(Buffer.from(fetched.file.bytes).toString('utf8'), new RegExp(ref));
  });

  it('D15 writes every fetching into the access log under the file’s name, also two in one minute', async () => {
    await fetch(people.auditor, { ref });
    await fetch(people.auditor, { ref });

    assert.equal(new Set(lines.map(({ id }) => id)).size, 2);
    assert.deepEqual(
      lines.map(({ what, name, person, role, ref: read }) => ({ what, name, person, role, read })),
      Array.from({ length: 2 }, () => ({
        what: 'read',
        name: 'audit.export',
        person: 'person-701',
        role: 'IGO',
        read: `${ref} audit 2026-12-12..2027-01-11`,
      })),
    );
  });

  it('D15 no file leaves when the access log cannot be written', async () => {
    const desk = createDesk({ ...house.office, access: noting(() => Promise.reject(new Error('down'))) });

    await assert.rejects(desk.file(people.auditor, { name: 'audit.export', input: { ref } }), /down/);
  });

  it('§1.2 refuses a role without the right, and logs that', async () => {
    const fetched = await fetch(people.manager, { ref });

    assert(!fetched.made);
    assert.equal(fetched.refusal.code, 'notAvailable');
    assert.deepEqual(
      lines.map(({ what, rule }) => ({ what, rule })),
      [{ what: 'refused', rule: 'auditLog:R' }],
    );
  });

  it('says what is wrong with the input', async () => {
    const fetched = await fetch(people.auditor, { unknown: 1 });

    assert(!fetched.made);
    assert.equal(fetched.refusal.code, 'invalid');
  });

  for (const name of ['audit.burn', 'constructor', '__proto__', 'incident.page']) {
    it(`knows no file ${name}`, async () => {
      const fetched = await fetch(people.auditor, {}, name);

      assert(!fetched.made);
      assert.equal(fetched.refusal.code, 'unknown');
    });
  }

  it('sends no name that a header or a disk could misread', async () => {
    const files: FileSpecs = {
      ...fileSpecs,
      'audit.export': {
        object: 'auditLog',
        action: 'R',
        answer: async () => ({
          answered: true,
          identifiers: [],
          read: ref,
          answer: { filename: 'a"\r\nSet-Cookie: b.csv', bytes: new Uint8Array() },
        }),
      },
    };
    const desk = createDesk(house.office, { commands: commandSpecs, questions: questionSpecs, files });

    await assert.rejects(
      desk.file(people.auditor, { name: 'audit.export', input: { ref } }),
      /cannot be sent/,
    );
  });
});
