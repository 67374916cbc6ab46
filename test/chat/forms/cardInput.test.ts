import assert from 'node:assert/strict';
import fc from 'fast-check';
import { additionInput } from '../../../bot/chat/forms/additionForm.ts';
import { amount, several, text, typed, yesNo } from '../../../bot/chat/forms/cardInput.ts';
import { closeInput } from '../../../bot/chat/forms/closeForm.ts';
import { reportFields, reportInput } from '../../../bot/chat/forms/reportForm.ts';
import { incidentReport } from '../../../bot/contract/incident.ts';

describe('what a card sends, in the wire form', () => {
  it('reads every kind of input from text, as Teams and the Playground send it', () => {
    const data = {
      a: 'x',
      b: 'true',
      c: 'false',
      d: 'A,B',
      e: '£1,200.50',
      f: ' ',
      g: '12',
      h: true,
      i: 7,
      j: ['A', 'B'],
    };

    assert.deepEqual(
      [typed(data, 'a'), typed(data, 'i'), typed(data, 'h'), typed(data, 'j')],
      ['x', '7', 'true', 'A,B'],
    );
    assert.deepEqual([text(data, 'a'), text(data, 'f'), text(data, 'none')], ['x', undefined, undefined]);
    assert.deepEqual(
      [yesNo(data, 'b'), yesNo(data, 'c'), yesNo(data, 'f'), yesNo(data, 'h')],
      [true, false, undefined, true],
    );
    assert.deepEqual(
      [several(data, 'd'), several(data, 'f'), several(data, 'j')],
      [['A', 'B'], [], ['A', 'B']],
    );
    assert.deepEqual(
      [amount(data, 'e'), amount(data, 'g'), amount(data, 'i'), amount(data, 'f')],
      [1200.5, 12, 7, undefined],
    );
  });

  it('passes on what is not of its kind, for the contract to refuse', () => {
    const data = { minutes: 'about ten', fear: 'perhaps', cost: '£' };

    assert.deepEqual(
      [amount(data, 'minutes'), yesNo(data, 'fear'), amount(data, 'cost')],
      ['about ten', 'perhaps', '£'],
    );
  });

  it('never reads what only every object has', () => {
    assert.equal(typed({}, 'constructor'), '');
    assert.equal(text(JSON.parse('{"__proto__":{"text":"x"}}') as object as never, 'text'), undefined);
  });

  it('§2.1 the report form has an input for every field of the contract, and no other gets through', () => {
    const own = new Set<string>([...reportFields, 'openedAt', 'reasons']);
    const contract = new Set(Object.keys(incidentReport.shape));

    assert.deepEqual(own.symmetricDifference(contract), new Set());
    const input = reportInput({
      ...Object.fromEntries([...own].map((field) => [field, 'x'])),
      id: 'i',
      extra: 'y',
    });
    assert.deepEqual(new Set(Object.keys(input)).difference(contract), new Set());
  });

  it('leaves out what is empty, so that the contract says what is missing', () => {
    assert.deepEqual(reportInput({ narrative: '', helpMinutes: '', prejudiceBased: '', reasonW08: ' ' }), {
      site: '',
      incidentTypes: [],
      directedAt: [],
    });
  });

  it('takes the reason for W-08 to where the command wants it', () => {
    const reason = 'It must stay because of the court.';

    assert.deepEqual(additionInput({ ref: 'INC-1', text: 'more', reasonW08: reason }), {
      ref: 'INC-1',
      text: 'more',
      reasons: { 'W-08': reason },
    });
    assert.deepEqual(reportInput({ reasonW08: reason })['reasons'], { 'W-08': reason });
  });

  it('gives the version of a closing form back as a number', () => {
    assert.deepEqual(closeInput({ ref: 'INC-1', version: '3', outcome: 'TALKED', feedback: 'done' }), {
      ref: 'INC-1',
      version: 3,
      outcome: 'TALKED',
      feedback: 'done',
    });
  });

  it('takes any data at all without failing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...reportFields, 'reasonW08', 'ref', 'version'), fc.jsonValue()),
        (data) => {
          for (const read of [reportInput, additionInput, closeInput])
            assert.equal(typeof read(data), 'object');
        },
      ),
    );
  });
});
