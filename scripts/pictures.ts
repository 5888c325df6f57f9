// Draws the pictures of docs/pictures.md from the network that ships: npm run pictures
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { isMain, runMain } from './main.mjs';
import { drawPictures } from './pictures/draw';

/** Where the pictures are. */
const FOLDER = join(ROOT, 'docs/images');

/** @returns the names of pictures that are not as they would be drawn now */
export function stalePictures(): string[] {
  const isCurrent = ([name, svg]: [string, string]) => {
    try {
      return readFileSync(join(FOLDER, name), 'utf8') === svg;
    } catch {
      return false;
    }
  };
  return Object.entries(drawPictures()).flatMap((entry) => (isCurrent(entry) ? [] : [entry[0]]));
}

if (isMain(import.meta.url))
  runMain(async () => {
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, svg] of Object.entries(drawPictures())) {
      writeFileSync(join(FOLDER, name), svg);
      console.log(`docs/images/${name}`);
    }
    return 0;
  });
