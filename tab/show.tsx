import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './parts/base.css';

/** Draws the app. */
export function show(root: Element): void {
  createRoot(root).render(<App />);
}
