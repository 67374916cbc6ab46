/** Begins: small, so that the first questions are on their way before React and Fluent are here. */
import { askEarly } from './askEarly.ts';

async function begin(): Promise<void> {
  // Whatever fails here fails again, and is told, where the app asks.
  askEarly().catch(() => undefined);
  const { show } = await import('./show.tsx');
  const root = document.getElementById('root');
  if (root) show(root);
}

void begin();
