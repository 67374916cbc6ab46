/** Light, dark or contrast: what the address asks for, else what the host says, else what the system prefers. */
import { useEffect, useSyncExternalStore } from 'react';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark' | 'contrast';

export const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const isThemeName = (name: unknown): name is ThemeName =>
  typeof name === 'string' && Object.hasOwn(themes, name);

/** Teams calls its light theme "default". */
export function themeOfHost(name: string): ThemeName {
  return isThemeName(name) ? name : 'light';
}

const asked = new URLSearchParams(location.search).get('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(forced-colors: active)');
const print = matchMedia('print');

function preferred(): ThemeName {
  if (contrast.matches) return 'contrast';
  return dark.matches ? 'dark' : 'light';
}

function watchPreference(changed: () => void): () => void {
  for (const query of [dark, contrast, print]) query.addEventListener('change', changed);
  return () => {
    for (const query of [dark, contrast, print]) query.removeEventListener('change', changed);
  };
}

export function useTheme(host: ThemeName | undefined): ThemeName {
  const system = useSyncExternalStore(watchPreference, preferred);
  const isPrinting = useSyncExternalStore(watchPreference, () => print.matches);
  const onScreen = isThemeName(asked) ? asked : (host ?? system);
  // Paper is white, and printers leave dark backgrounds out.
  const name = isPrinting ? 'light' : onScreen;
  useEffect(() => {
    // Native parts, such as date pickers and scroll bars, follow, and so does what shows beyond the page's end.
    document.documentElement.dataset['theme'] = name;
    document.documentElement.style.background = themes[name].colorNeutralBackground1;
  }, [name]);
  return name;
}
