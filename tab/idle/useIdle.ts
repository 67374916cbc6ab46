import { useEffect, useEffectEvent, useRef } from 'react';

/** DOMAIN §8 Access: pages about patients are hidden after 15 minutes without activity. In milliseconds. */
const idleLimit = 15 * 60_000;
/** How often is looked, in milliseconds: after the machine has slept, a page stands open no longer than this. */
const lookEvery = 1_000;

/** What a hand does. Scrolling is not among them: a page scrolls by itself when what it shows changes. */
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'touchmove'] as const;
const returns = ['focus', 'pageshow', 'visibilitychange'] as const;

/**
 * Calls `onIdle` once nobody has touched the page for 15 minutes of the machine's own time. The time itself is compared,
 * and not counted by a timer: a browser stops timers in hidden tabs and while the machine sleeps. Who comes back too late
 * is late, even when a movement of the mouse is the first that the page hears of them.
 */
export function useIdle(watches: boolean, onIdle: () => void): void {
  const late = useEffectEvent(onIdle);
  const last = useRef(0);
  useEffect(() => {
    if (!watches) return;
    last.current = Date.now();
    const look = () => {
      const now = Date.now();
      // The clock was set back: from here on again.
      if (now < last.current) last.current = now;
      const isLate = now - last.current >= idleLimit;
      if (isLate) late();
      return isLate;
    };
    const touched = () => {
      if (!look()) last.current = Date.now();
    };
    const timer = setInterval(look, lookEvery);
    const early = { capture: true, passive: true };
    for (const sign of signsOfLife) window.addEventListener(sign, touched, early);
    for (const event of returns) window.addEventListener(event, look, early);
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, touched, early);
      for (const event of returns) window.removeEventListener(event, look, early);
    };
  }, [watches]);
}
