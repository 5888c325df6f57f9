import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { STANDALONE_POLICY } from './scripts/policy.mjs';
import { translation } from './scripts/translation.ts';
import viteConfig, { contentSecurityPolicy, inlineFirst, LANGUAGE } from './vite.config.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Marks the id of a network that is deflated within the page. */
const DEFLATED = '\0deflated:';

/** Puts what the page would ask a server for into the page. */
const selfContained: Plugin = {
  name: 'weightless:self-contained',
  enforce: 'pre',
  resolveId(source, importer) {
    // Workers become text of the page, started from a blob.
    if (source.endsWith('?worker')) return this.resolve(`${source}&inline`, importer, { skipSelf: true });
    if (/\/locations$/.test(source)) return pathOf('./src/state/platform/locations.standalone.ts');
    if (/\/fetch-part$/.test(source)) return pathOf('./src/lib/parts/fetch-part.standalone.ts');
    // The networks are a third smaller deflated, what the base64 adds included; the films are deflated as they are.
    const network = /public\/data\/(network-\w+\.bin)\?url&inline$/.exec(source);
    return network && `${DEFLATED}${network[1]}`;
  },
  load(id) {
    if (!id.startsWith(DEFLATED)) return null;
    const bytes = readFileSync(pathOf(`./public/data/${id.slice(DEFLATED.length)}`));
    const text = deflateSync(bytes, { level: 9 }).toString('base64');
    return `export default 'data:application/zlib;base64,${text}';`;
  },
  transformIndexHtml(html) {
    const icon = encodeURIComponent(readFileSync(pathOf('./public/icon.svg'), 'utf8'));
    return html
      .replace('href="./icon.svg"', `href="data:image/svg+xml,${icon}"`)
      .replace(/\s*<link rel="apple-touch-icon"[^>]*>/, '');
  },
};

/** Builds dist-standalone/weightless.html: the whole app in one file that opens without a server. */
export default defineConfig({
  ...viteConfig,
  plugins: [
    translation(LANGUAGE),
    inlineFirst,
    selfContained,
    react(),
    viteSingleFile({ outputFileName: 'weightless.html' }),
    contentSecurityPolicy(STANDALONE_POLICY),
  ],
  worker: { ...viteConfig.worker, plugins: () => [selfContained] },
  publicDir: false,
  build: { target: viteConfig.build?.target, outDir: 'dist-standalone', modulePreload: false },
});
