import bricolageGrotesque from './fonts/bricolage-grotesque.woff2';
import inter from './fonts/inter.woff2';

/** Latin letters and the weights in use only (scripts/fonts.mjs): what the bundled titles need, small enough to keep offline. */
const FACES = [
  { family: 'Inter Variable', url: inter, descriptors: { weight: '400 800' } },
  {
    family: 'Bricolage Grotesque Variable',
    url: bricolageGrotesque,
    descriptors: { weight: '400 800', stretch: '75% 100%' },
  },
] as const;

let coming: Promise<void> | undefined;

/**
 * Brings the fonts, once, and has the page know of them when all are there: a page that knows of fonts on their way looks every
 * text's substitute up anew, and lays everything out once more. Where they do not come, texts stay in the device's own.
 */
export function loadFonts(): Promise<void> {
  coming ??= bring();
  return coming;
}

async function bring(): Promise<void> {
  const faces = FACES.map(({ family, url, descriptors }) =>
    new FontFace(family, `url("${url}") format("woff2")`, descriptors).load(),
  );
  for (const face of await Promise.allSettled(faces))
    if (face.status === 'fulfilled') document.fonts.add(face.value);
}
