// Draws public/icon-*.png from public/icon.svg, small by pngquant and zopflipng (Debian: pngquant, zopfli): node scripts/render-icons.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ROOT, run } from './child.mjs';
import { CHROMIUM_ARGS, findBrowser, MISSING_BROWSER } from './find-browser.mjs';
import { ExpectedError, runMain } from './main.mjs';

const PUBLIC = join(ROOT, 'public');

/**
 * A maskable icon fills its square, and keeps what matters in the inner circle of 80 %: systems cut it to their shape.
 * @type {{ file: string, size: number, maskable: boolean }[]}
 */
const ICONS = [
  { file: 'icon-192.png', size: 192, maskable: false },
  { file: 'icon-512.png', size: 512, maskable: false },
  { file: 'icon-maskable-512.png', size: 512, maskable: true },
  { file: 'apple-touch-icon.png', size: 180, maskable: true },
];

/** @param {string} svg the icon with round corners */
const fillSquare = (svg) =>
  svg
    .replace(/ rx="\d+"/, '')
    .replace('<g transform="', '<g transform="translate(32 32) scale(.82) translate(-32 -32) ');

await runMain(async () => {
  const executablePath = findBrowser();
  if (!executablePath) throw new ExpectedError(MISSING_BROWSER);
  const svg = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    for (const { file, size, maskable } of ICONS) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      const style = '<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>';
      await page.setContent(style + (maskable ? fillSquare(svg) : svg));
      const path = join(PUBLIC, file);
      await page.screenshot({ path, omitBackground: true });
      await page.close();
      // Few colours: a palette shows the same in half the bytes.
      await run('pngquant', ['--force', '--speed', '1', '--quality', '90-100', '--output', path, path]);
      await run('zopflipng', ['-y', path, path]);
    }
  } finally {
    await browser.close();
  }
  return 0;
});
