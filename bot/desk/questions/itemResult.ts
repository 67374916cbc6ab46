/** How an item ended, in words: for those in the panel room. */
import { directions, itemStates, motions, panelSeat, panelSeats, type Motion } from '../../contract/panel.ts';
import type { PanelItem } from '../../contract/panelAnswers.ts';
import { tallyOf, type Item } from '../../domain/panel/item.ts';
import { momentInWords } from './labels.ts';

/** What may be seen of who said what. */
export interface ResultRights {
  /** Others' ballots and answers, once the chair has closed the vote. */
  readonly votes: boolean;
  readonly castingVote: boolean;
}

export function resultOf(item: Item, rights: ResultRights): PanelItem['result'] {
  const { result, deferral, withdrawal, closedAt, castingVote } = item.body;
  const ended = result ?? deferral ?? withdrawal;
  if (item.state !== 'TIED' && !ended) return undefined;
  const mayCount = rights.votes && closedAt !== undefined;
  return {
    words: resultWords(item, mayCount),
    ...(result ? { outcome: { code: result.outcome, label: outcomeLabel(item) } } : {}),
    ...(mayCount ? { tally: tallyOf(item), votes: votesOf(item) } : {}),
    ...(castingVote && rights.castingVote ? { castingVote: castingVoteView(castingVote) } : {}),
    ...agreedBy(item, rights),
    ...reasonOf(deferral ?? withdrawal),
  };
}

function resultWords(item: Item, mayCount: boolean): string {
  const { for: inFavour, against, abstain } = tallyOf(item);
  const counted = `${inFavour} for, ${against} against${abstain > 0 ? `, ${abstain} abstained` : ''}`;
  return mayCount ? `${endOf(item)}: ${counted}.` : `${endOf(item)}.`;
}

const reasonOf = (end: { readonly reason?: string } | undefined) =>
  end?.reason ? { reason: end.reason } : {};

/** V2: every seat agreed; their names are shown to those who may see votes. */
function agreedBy({ body: { result, consensus } }: Item, { votes }: ResultRights) {
  if (result?.how !== 'CONSENSUS' || !consensus || !votes) return undefined;
  const others = panelSeat.options.flatMap((seat) => consensus.confirmed[seat]?.name ?? []);
  return { agreedBy: [consensus.by, ...others] };
}

function endOf({ state, body: { result, castingVote } }: Item): string {
  if (!result) return itemStates[state].label;
  if (result.how === 'CONSENSUS') return 'Agreed by all four seats';
  const end = result.carried ? 'Carried' : 'Not carried';
  return castingVote ? `${end} by the chair's casting vote` : end;
}

function outcomeLabel({ body: { motion, result } }: Item): string {
  const { carried, notCarried }: Motion = motions[motion];
  return (result?.carried ? carried : notCarried).label;
}

function votesOf({ body: { ballots } }: Item) {
  return panelSeat.options.flatMap((seat) => {
    const ballot = ballots[seat];
    if (!ballot) return [];
    const { name, direction } = ballot;
    return [{ seat, label: panelSeats[seat], name, direction, directionLabel: directions[direction] }];
  });
}

function castingVoteView({ seat, name, direction, reason, at }: NonNullable<Item['body']['castingVote']>) {
  return {
    seat,
    label: panelSeats[seat],
    name,
    direction,
    directionLabel: directions[direction],
    reason,
    at: momentInWords(at),
  };
}
