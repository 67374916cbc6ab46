import { useState } from 'react';
import { FluentProvider } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { DemoEntrance } from './signIn/DemoEntrance.tsx';
import { TeamsEntrance } from './signIn/TeamsEntrance.tsx';
import { refusalOf } from './parts/api.ts';
import { isEmbedded } from './parts/embedded.ts';
import { themes, useTheme, type ThemeName } from './parts/theme.ts';

// One quick second try bridges a dropped connection; after that the page says so and offers "Try again".
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 1 && refusalOf(error).code === 'busy',
      retryDelay: 500,
      networkMode: 'always',
    },
  },
});

/** Pages are named after the #, so that the server needs to know one address only. */
const afterHash = { hook: useHashLocation };

/** The whole tab: its theme, its way in, its pages. */
export function App() {
  const [hostTheme, setHostTheme] = useState<ThemeName>();
  const theme = useTheme(hostTheme);
  return (
    <FluentProvider theme={themes[theme]}>
      <QueryClientProvider client={client}>
        <Router {...afterHash}>
          <div className="app">
            {isEmbedded() ? <TeamsEntrance onTheme={setHostTheme} /> : <DemoEntrance />}
          </div>
        </Router>
      </QueryClientProvider>
    </FluentProvider>
  );
}
