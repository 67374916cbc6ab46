/**
 * adaptivecards-templating, loaded with the first card and not with the app: with the parser of expressions below it, it
 * takes 15 MB and a fifth of a second. `require` loads it at once, so a card is still made in one step.
 */
import { createRequire } from 'node:module';
import type * as Templating from 'adaptivecards-templating';

const require = createRequire(import.meta.url);
let loaded: typeof Templating | undefined;

export function templating(): typeof Templating {
  loaded ??= require('adaptivecards-templating') as typeof Templating;
  return loaded;
}
