/** How many taps the shortest report takes (EXPERIENCE, Chat): counted on the card itself, so that it cannot drift. */
import template from './cards/report.json' with { type: 'json' };
import { prefilled } from './forms/reportForm.ts';

interface Input {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly style?: string;
}

/** Everything a person must touch once the form has come, and the button that sends it. */
export const shortestReportTaps =
  mustTouch(template.body).reduce((taps, input) => taps + tapsFor(input), 0) + 1;

function mustTouch(node: unknown): Input[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isInput(node)) return isRequired(node) && !isPrefilled(node) ? [node] : [];
  return Object.values(node).flatMap(mustTouch);
}

function isInput(node: object): node is Input {
  return 'type' in node && typeof node.type === 'string' && node.type.startsWith('Input.');
}

function isRequired(input: Input): boolean {
  return input.label.includes('(required');
}

function isPrefilled(input: Input): boolean {
  return (prefilled as readonly string[]).includes(input.id);
}

/** A list that has to be opened first takes two. Typing is not counted, going to the field is. */
function tapsFor(input: Input): number {
  return input.type === 'Input.ChoiceSet' && input.style !== 'expanded' ? 2 : 1;
}
