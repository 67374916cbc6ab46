/** How often what could not be sent is tried again, in milliseconds. */
export const retryEvery = 10_000;

/**
 * Goes on trying after its page has gone out of sight: another page was opened, or nobody touched this one for long.
 * `attempt` answers whether it is over, done or refused for good.
 */
export function keepTrying(attempt: () => Promise<boolean>): void {
  const again = async () => {
    if (!(await attempt())) return;
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
  };
  const onOnline = () => void again();
  const timer = setInterval(onOnline, retryEvery);
  window.addEventListener('online', onOnline);
}
