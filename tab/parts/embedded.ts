/** Inside Teams or not. Apart from everything else said to Teams, because it is asked before the app's code is here. */

/** Outside Teams a page is its own parent, which is known at once without loading anything. */
export const isEmbedded = () => window.parent !== window.self;

/** What we use of teams-js, fetched once, and only inside Teams. */
export async function fetchTeams() {
  const { app, authentication } = await import('@microsoft/teams-js');
  return { app, authentication };
}
