import { saveFile } from '../../common/saving-files';

/** Style properties that an SVG outside the page has no style sheet for. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
/** Pixels of a PNG for each pixel of the screen. */
const PNG_SCALE = 2;
const XMLNS = 'http://www.w3.org/2000/svg';

/** The drawing as a document of its own: colours and type as they are on the screen now, on the page's ground. */
function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const target = copies[index];
    target.removeAttribute('class');
    target.removeAttribute('style');
    for (const name of KEPT) target.setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', XMLNS);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(XMLNS, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.insertBefore(ground, copy.firstChild);
  return new XMLSerializer().serializeToString(copy);
}

/** Hands a drawing to the browser's downloads as `name`.svg; nothing where there is no drawing. */
export function saveSvg(svg: SVGSVGElement | null | undefined, name: string): void {
  if (svg) saveFile(standaloneSvg(svg), 'image/svg+xml', `${name}.svg`);
}

/** Hands a drawing to the browser's downloads as `name`.png, at twice the screen's resolution; nothing where there is no drawing. */
export async function savePng(svg: SVGSVGElement | null | undefined, name: string): Promise<void> {
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob) saveFile(blob, 'image/png', `${name}.png`);
}
