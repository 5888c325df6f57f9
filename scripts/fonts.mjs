// Cuts the fonts of the screens down to the weights and letters that they show: npm run fonts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { ROOT } from './child.mjs';
import { runMain } from './main.mjs';

/** Lightest and heaviest that a stylesheet asks for. */
const WEIGHTS = { min: 400, max: 800 };

/** First and last code points: Latin, as far as the titles of the bundled films need it. */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfffd, 0xfffd],
];

const FONTS = {
  'inter.woff2': import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'bricolage-grotesque.woff2': import.meta.resolve(
    '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2',
  ),
};

const text = LETTERS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)),
).join('');

await runMain(async () => {
  for (const [name, from] of Object.entries(FONTS)) {
    const whole = readFileSync(fileURLToPath(from));
    const cut = await subsetFont(whole, text, { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } });
    writeFileSync(join(ROOT, 'src/ui/fonts', name), cut);
    console.log(`${name}: ${whole.length} bytes, cut to ${cut.length}`);
  }
  return 0;
});
