import type { TimelineItem } from '../../bot/contract/answers.ts';
import css from './timeline.module.css';

/** What happened, who, when; then what is still to come, drawn ahead with its dates. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      <ol className={css['timeline']}>
        {keyed(items).map(({ key, item }) => (
          <li key={key} className={item.ahead ? css['ahead'] : css['done']}>
            <p className={css['what']}>
              {item.ahead && <span className={css['soon']}>Still to come: </span>}
              {item.what}
            </p>
            <p className={css['when']}>
              {item.ahead ? 'by ' : ''}
              {item.at}
              {item.who && `, ${item.who}`}
            </p>
            {item.text && <p className={css['text']}>{item.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Entries have no id of their own. Two alike are told apart by how many came before. */
function keyed(items: readonly TimelineItem[]): { key: string; item: TimelineItem }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = `${item.at} ${item.who} ${item.what}`;
    const count = seen.get(words) ?? 0;
    seen.set(words, count + 1);
    return { key: `${words} ${count}`, item };
  });
}
