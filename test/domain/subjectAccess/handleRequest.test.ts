import assert from 'node:assert/strict';
import { subjectAccessOpen } from '../../../bot/contract/subjectAccess.ts';
import { closeRequest, isOfPerson, openRequest } from '../../../bot/domain/subjectAccess/handleRequest.ts';
import type { SubjectAccessRequest } from '../../../bot/domain/subjectAccess/request.ts';
import { changesOf, refusalOf } from '../incident/facts.ts';
import { officerOn } from '../retention/facts.ts';

const facts = officerOn('2027-02-02');
const opening = (changes: object = {}) =>
  subjectAccessOpen.parse({
    personName: 'Vera Quillfeather',
    personBirthDate: '1969-05-02',
    personNhsNumber: '999 002 7315',
    requesterReference: 'Letter of 30 January',
    receivedOn: '2027-01-31',
    identityChecked: 'DOCUMENT',
    ...changes,
  });
const open = (changes: object = {}) =>
  changesOf(openRequest(opening(changes), facts)).heads[0] as SubjectAccessRequest;
const ending = { how: 'ANSWERED', reason: 'Sent by recorded post.' } as const;

describe('a subject-access request', () => {
  it('DL-29 is due one calendar month after it arrived', () => {
    assert.deepEqual(open().deadlines, { 'DL-29': { dueOn: '2027-02-28' } });
    assert.deepEqual(open({ receivedOn: '2027-01-08' }).deadlines, { 'DL-29': { dueOn: '2027-02-08' } });
  });

  it('keeps the hashes the person is found by, and not who it is', () => {
    const changes = changesOf(openRequest(opening(), facts));

    const [request] = changes.heads as SubjectAccessRequest[];
    assert.deepEqual(request?.body.personHashes, [
      'hash of nhs:9990027315',
      'hash of name:vera quillfeather|1969-05-02',
    ]);
    const kept = JSON.stringify(changes).replaceAll(/"hash of [^"]*"/g, '');
    assert.doesNotMatch(kept, /Vera|Quillfeather|1969|999/i);
    // It is found by its own reference, not as a record about the person.
    assert.equal(request?.personHash, undefined);
    assert.equal(request?.personHashes, undefined);
  });

  it('can do without the NHS number', () => {
    const { body } = open({ personNhsNumber: '' });
    assert.deepEqual(body.personHashes, ['hash of name:vera quillfeather|1969-05-02']);
  });

  for (const [field, value] of [
    ['personBirthDate', '2027-03-01'],
    ['personBirthDate', '1969-02-30'],
    ['personNhsNumber', '999 002 7316'],
    ['receivedOn', '2027-02-03'],
    ['receivedOn', '2027-02-31'],
  ] as const) {
    it(`refuses ${field} ${value}, at the field`, () => {
      assert.equal(refusalOf(openRequest(opening({ [field]: value }), facts)).field, field);
    });
  }

  it('is closed once, answered in time', () => {
    const request = open();
    const [closed] = changesOf(closeRequest({ ref: request.ref, ...ending }, request, facts))
      .heads as SubjectAccessRequest[];

    assert.equal(closed?.state, 'ANSWERED');
    assert.equal(closed.deadlines['DL-29']?.settledAt, facts.now.toString());
    assert.equal(refusalOf(closeRequest({ ref: request.ref, ...ending }, closed, facts)).code, 'stale');
  });

  it('withdrawn has nothing left to answer', () => {
    const request = open();
    const input = {
      ref: request.ref,
      how: 'WITHDRAWN',
      reason: 'They wrote that they need it no more.',
    } as const;
    const [closed] = changesOf(closeRequest(input, request, facts)).heads as SubjectAccessRequest[];
    assert.deepEqual(closed?.deadlines['DL-29'], { dueOn: '2027-02-28', cancelled: true });
    assert.equal(closed.state, 'WITHDRAWN');
  });

  it('is closed as it was seen', () => {
    const request = open();
    const input = { ref: request.ref, version: 7, ...ending };
    assert.equal(refusalOf(closeRequest(input, request, facts)).code, 'stale');
  });

  it('knows its person again by name and date of birth, however the name is spelt', () => {
    const request = open();
    const is = (personName: string, personBirthDate = '1969-05-02') =>
      isOfPerson(request, { personName, personBirthDate }, facts.hashPerson);
    assert(is('vera  quillfeather'));
    assert(!is('Vera Quill'));
    assert(!is('Vera Quillfeather', '1969-05-03'));
  });
});
