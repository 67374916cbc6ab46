/** Where an activity comes from. */
import type { Activity } from 'botbuilder';

/** A chat of one person with the bot. One that does not say what it is counts as shared. */
export function isPersonal(activity: Partial<Activity>): boolean {
  const type: unknown = activity.conversation?.conversationType;
  return type === 'personal';
}

/** A channel of a team: the one kind of shared place that can be the panel's own (D11). */
export function isChannel(activity: Partial<Activity>): boolean {
  const type: unknown = activity.conversation?.conversationType;
  return type === 'channel';
}

export function isMentioned(activity: Partial<Activity>): boolean {
  return (activity.entities ?? []).some((entity: { type?: unknown; mentioned?: { id?: unknown } }) => {
    return entity.type === 'mention' && entity.mentioned?.id === activity.recipient?.id;
  });
}
