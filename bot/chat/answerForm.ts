/** Forms: opened, sent, and brought back filled in when something needs a change (D9). */
import type { ReportForm } from '../contract/answers.ts';
import type { Refusal } from '../contract/refusal.ts';
import type { Chat, Reply, Turn } from './chat.ts';
import { additionCard, additionFields, additionInput } from './forms/additionForm.ts';
import { text, typed, type CardData } from './forms/cardInput.ts';
import { closeCard, closeFields, closeInput } from './forms/closeForm.ts';
import { noProblems, problemsOf, type Problems } from './forms/problems.ts';
import { newReport, reportCard, reportFields, reportInput } from './forms/reportForm.ts';
import { receiptReply } from './replies/receipt.ts';
import { refused } from './replies/refused.ts';
import { sentence } from './replies/sentence.ts';
import { statusReply } from './replies/status.ts';

const fromNoRecord: readonly string[] = [];

export async function newReportReply(chat: Chat, { person }: Turn): Promise<Reply> {
  const asked = await chat.desk.ask(person, { name: 'incident.form', input: {} });
  if (!asked.answered) return refused(chat, asked.refusal);
  const form = asked.answer;
  return { card: reportCard(form, newReport(form), noProblems), identifiers: asked.identifiers };
}

/** I2: sends the report. The form keeps the id it was made with, so that a second tap is the same report. */
export async function sendReport(chat: Chat, turn: Turn, id: string, data: CardData): Promise<Reply> {
  const result = await chat.desk.perform(turn.person, {
    id,
    name: 'incident.report',
    input: reportInput(data),
  });
  if (result.done) return receiptReply(chat, result.outcome);
  if (isTooMuch(data)) return leftAsItIs(result.refusal);
  const asked = await chat.desk
    .ask(turn.person, { name: 'incident.form', input: {} })
    .catch(() => formAsTyped(data));
  if (!asked.answered) return refused(chat, result.refusal);
  const problems = problemsOf(result.refusal, reportFields, data);
  return { card: reportCard(asked.answer, data, problems), identifiers: fromNoRecord, unsent: id };
}

/** A form nobody can be asked for, while the store does not answer: it offers the site that was chosen, and no other. */
function formAsTyped(data: CardData) {
  const site = typed(data, 'site');
  const answer: ReportForm = {
    commandId: typed(data, 'id'),
    sites: [site],
    site,
    date: typed(data, 'incidentDate'),
    time: typed(data, 'incidentTime'),
    openedAt: typed(data, 'openedAt'),
    practice: 'Your practice',
  };
  return { answered: true, answer, identifiers: fromNoRecord } as const;
}

/** A form about one report: how it looks, what it sends, and which text in it must never be lost. */
interface FormOnReport {
  readonly command: 'incident.addFacts' | 'incident.close';
  readonly fields: readonly string[];
  readonly input: (data: CardData) => Record<string, unknown>;
  readonly card: (data: CardData, problems: Problems) => Reply['card'];
  readonly kept: string;
}

export const additionForm: FormOnReport = {
  command: 'incident.addFacts',
  fields: additionFields,
  input: additionInput,
  card: additionCard,
  kept: 'text',
};

/** I4. It knows the version it was opened on: what has moved on meanwhile is shown, not overwritten. */
export const closeForm: FormOnReport = {
  command: 'incident.close',
  fields: closeFields,
  input: closeInput,
  card: closeCard,
  kept: 'feedback',
};

/** Opens only while the step is still there to take; otherwise the present state is shown. */
export async function openFormReply(chat: Chat, turn: Turn, form: FormOnReport, ref: string): Promise<Reply> {
  const asked = await chat.desk.ask(turn.person, { name: 'incident.page', input: { ref } });
  if (!asked.answered) return refused(chat, asked.refusal);
  const { status, steps } = asked.answer;
  if (!steps.includes(form.command)) {
    return statusReply(chat, turn, ref, { note: 'This report has moved on.' });
  }
  const { version } = status;
  const card = form.card({ ref: status.ref, version, id: chat.newId() }, noProblems);
  return { card, identifiers: asked.identifiers };
}

export async function sendForm(
  chat: Chat,
  turn: Turn,
  form: FormOnReport,
  id: string,
  data: CardData,
): Promise<Reply> {
  const result = await chat.desk.perform(turn.person, { id, name: form.command, input: form.input(data) });
  const ref = typed(data, 'ref');
  if (result.done) {
    return { ...(await statusReply(chat, turn, ref, { note: result.outcome.message })), settled: true };
  }
  const { refusal } = result;
  if (isTooMuch(data)) return leftAsItIs(refusal);
  if (refusal.code === 'notAvailable' || refusal.code === 'signIn') return refused(chat, refusal);
  if (refusal.code === 'stale') {
    const kept = text(data, form.kept);
    const extra = { note: refusal.message, ...(kept === undefined ? {} : { kept }) };
    return { ...(await statusReply(chat, turn, ref, extra)), unsent: id };
  }
  const card = form.card(data, problemsOf(refusal, form.fields, data));
  return { card, identifiers: fromNoRecord, unsent: id };
}

/** A card holds 25 KB, and the form itself takes some of it. */
const mostTypedBytes = 15_000;

export function isTooMuch(data: CardData): boolean {
  return Buffer.byteLength(JSON.stringify(data)) > mostTypedBytes;
}

/** More was typed than can be sent back: the form is left untouched where it is, so that nothing is lost. */
export function leftAsItIs(refusal: Refusal): Reply {
  const beside = `Nothing was sent: there is more here than a card can hold. ${refusal.message}`;
  return { ...sentence({ lines: [beside] }), beside };
}
