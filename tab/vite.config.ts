import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * What every page shares, in two files. Left alone it becomes a dozen small ones, and those hold up the first questions:
 * HTTP/1.1 has six connections. Nothing in them may import Fluent or another page's part: they would wait for each other.
 */
const shared = [
  {
    name: 'libraries',
    test: /[\\/]node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|@tanstack|use-sync-external-store)[\\/]/,
  },
  {
    name: 'parts',
    test: /[\\/]tab[\\/]parts[\\/](api|AppLink|caller|paths|useAnswer|useCommand|[a-zA-Z]+\.module\.css)/,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), announceApp()],
  resolve: {
    // The tab takes labels and types from the contract and leaves checking to the server: see noZod.ts.
    alias: { zod: join(import.meta.dirname, 'noZod.ts') },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy allows scripts of its own origin only; every browser Teams supports preloads modules itself.
    modulePreload: { polyfill: false },
    // All styles are 6 kB: one file, fetched beside the code, and no page ever waits for its own.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: shared } } },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
});

/** Names the app's code in index.html: a browser fetches it beside the small script that begins, not after it. */
function announceApp(): Plugin {
  const app = join(import.meta.dirname, 'show.tsx');
  return {
    name: 'announce-app',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
        const needed = chunks.find(({ facadeModuleId }) => facadeModuleId === app);
        const begins = new Set(
          chunks.filter(({ isEntry }) => isEntry).flatMap((one) => [one.fileName, ...one.imports]),
        );
        const files = needed ? [needed.fileName, ...needed.imports] : [];
        return files
          .filter((file) => !begins.has(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
