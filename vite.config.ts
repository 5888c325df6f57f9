import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageInfo from './package.json' with { type: 'json' };
import { APP_POLICY, type Directives, withInlineScripts, withPolicy } from './scripts/policy.mjs';
import { translation } from './scripts/translation.ts';

/** Puts a Content-Security-Policy into the finished page, which allows the very scripts that stand in it by their hashes. */
export function contentSecurityPolicy(directives: Directives): Plugin {
  return {
    name: 'weightless:content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          file.source = withPolicy(String(file.source), directives);
        }
      },
    },
  };
}

/** Manifest and service worker: the app is installable, and complete without a network after one visit. */
const offline = VitePWA({
  // The app asks before a newer version takes over (state/platform/service-worker.ts).
  registerType: 'prompt',
  injectRegister: null,
  includeManifestIcons: false,
  manifest: {
    name: 'Weightless: films you will like',
    short_name: 'Weightless',
    description: 'Film recommendations that live in your browser, learn from every click, and show why.',
    lang: 'en',
    display: 'standalone',
    theme_color: '#1a1715',
    background_color: '#1a1715',
    categories: ['entertainment'],
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,woff2,svg,png,bin}'],
    // Workbox leaves larger files out with no more than a warning.
    maximumFileSizeToCacheInBytes: 20_000_000,
    inlineWorkboxRuntime: true,
    // Meant for caches of Workbox 4; it would also clear those of another copy of the app in a folder below.
    cleanupOutdatedCaches: false,
    // The first visit is served offline too, without a reload.
    clientsClaim: true,
    // Routes live in the hash, so the app has one page, whatever the query. A fallback for all navigation would show it
    // at deeper paths, where its relative addresses lead nowhere.
    navigateFallback: null,
    directoryIndex: 'index.html',
    ignoreURLParametersMatching: [/./],
  },
});

/** Puts the scripts that run before everything into the page: they are there whatever else does not come. */
export const inlineFirst: Plugin = {
  name: 'weightless:inline-first',
  transformIndexHtml: { order: 'pre', handler: withInlineScripts },
};

/** In which language the app is built (CONTRIBUTING.md, "Words, and a translation"). */
export const LANGUAGE = process.env.WEIGHTLESS_LANGUAGE ?? 'en';

export default defineConfig({
  // Relative, so that a build works below any path.
  base: './',
  plugins: [
    translation(process.env.WEIGHTLESS_LANGUAGE ?? 'en'),
    inlineFirst,
    react(),
    offline,
    contentSecurityPolicy(APP_POLICY),
  ],
  // Classic and in one piece: in the single file, opened from a disk, no other worker starts.
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    target: 'baseline-widely-available',
    // Where a browser does not know what to load ahead, it loads it when it is asked for.
    modulePreload: { polyfill: false },
    // scripts/check-size.mjs reads it.
    manifest: true,
    // What the first screen needs is one file: cut up by which later screens share it, it comes out larger, and differently
    // with every change of these.
    rolldownOptions: {
      // Words stand where they are shown, not in a variable of their own.
      optimization: { inlineConst: { mode: 'all', pass: 2 } },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules.(react|react-dom|scheduler).|src.ui.first-task/,
              priority: 1,
              tags: ['$initial'],
            },
            { name: 'first', tags: ['$initial'] },
            { name: 'model', test: /src.(wnn.(network|personal)|state.list)./, minShareCount: 2 },
          ],
        },
      },
    },
  },
  // Readable, and the same in every build: a stylesheet is named after its component, and no two share a name.
  css: {
    modules: {
      generateScopedName: (name, file) => `${basename(file).split('.')[0]}-${name}`,
    },
  },
  define: { __APP_VERSION__: JSON.stringify(packageInfo.version) },
});
