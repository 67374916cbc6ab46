/** Everything said to Microsoft Teams. Loaded only inside Teams: outside, the page never fetches teams-js. */
import { fetchTeams } from './embedded.ts';
import { themeOfHost, type ThemeName } from './theme.ts';

export interface Host {
  readonly theme: ThemeName;
  /** The record a link or notice asked for, such as INC-2027-4839271. */
  readonly subPage: string | undefined;
  /** The Entra ID token of whoever is signed in to Teams. Rejects when Teams does not give one. */
  readonly token: () => Promise<string>;
}

/** Greets the host, follows its theme from then on, and takes its loading sign away. */
export async function enterTeams(onTheme: (theme: ThemeName) => void): Promise<Host> {
  const { app, authentication } = await fetchTeams();
  await app.initialize();
  app.registerOnThemeChangeHandler((name) => onTheme(themeOfHost(name)));
  const context = await app.getContext();
  app.notifyAppLoaded();
  void app.notifySuccess();
  return {
    theme: themeOfHost(context.app.theme),
    subPage: context.page.subPageId || undefined,
    token: () => authentication.getAuthToken(),
  };
}
