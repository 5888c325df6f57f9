import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readBundledFiles } from '../../../src/cli/files';
import type { Catalogue } from '../../../src/data/catalogue';
import { prepareData } from '../../../src/packs/public-data';
import { rankAll, recommend } from '../../../src/state/list/ranking';
import { libraryOf } from '../../../src/state/platform/library';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { blocks, listed } from '../markdown';
import type { Section } from '../section';

/** What somebody likes first, and nothing else; titles and years as in the bundled data. */
const TASTES: readonly { name: string; likes: readonly (readonly [title: string, year: number])[] }[] = [
  {
    name: 'Romance',
    likes: [
      ['Amelie', 2001],
      ['Before Sunrise', 1995],
    ],
  },
  {
    name: 'Family',
    likes: [
      ['Toy Story', 1995],
      ['Finding Nemo', 2003],
      ['Shrek', 2001],
    ],
  },
  {
    name: 'Space and dread',
    likes: [
      ['Alien', 1979],
      ['Blade Runner', 1982],
      ['The Thing', 1982],
    ],
  },
  { name: 'Anime', likes: [['Spirited Away', 2001]] },
  {
    name: 'Horror',
    likes: [
      ['The Shining', 1980],
      ['Halloween', 1978],
      ['A Nightmare on Elm Street', 1984],
      ['Scream', 1996],
    ],
  },
];
/** Films written down of each list. */
const LISTED = 12;

const publicFile = (file: string) => readFileSync(join(ROOT, 'public', 'data', file));

/** The lists that the app shows after a few likes, to be judged by whoever loves such films. */
export const tastes: Section = {
  name: 'tastes',
  title: 'Five tastes: what the app lists after a few likes',
  async write() {
    const { data } = prepareData({
      kind: 'bundled',
      ...readBundledFiles(),
      network: publicFile('network-hybrid.bin'),
    });
    const library = libraryOf({ kind: 'bundled' }, data);
    const { catalogue } = library;
    const rows = TASTES.map(({ name, likes }) => {
      const model = new PersonalModel(library.network);
      for (const [title, year] of likes) model.answer(filmNamed(catalogue, title, year), 'like');
      const list = recommend(model, rankAll(model, null, [], catalogue), null, LISTED);
      const films = list.map(({ item, folded }) => {
        const more = folded.length === 0 ? '' : ` and ${folded.length} more of the series`;
        return `${catalogue.title[item]} (${catalogue.year[item]})${more}`;
      });
      const liked = listed(likes.map(([title]) => `*${title}*`));
      return `- **${name}**: ${liked} liked; listed: ${films.join('; ')}.`;
    });
    return {
      text: blocks(
        `The network that the app ships, and its own list: one film of a series, the others folded behind it. First ${LISTED}, best first.`,
        rows.join('\n'),
      ),
      charts: {},
    };
  },
};

/** @throws Error if the title is not there in that year. */
function filmNamed({ title, year }: Catalogue, named: string, of: number): number {
  const item = title.findIndex((one, i) => one === named && year[i] === of);
  if (item < 0) throw new Error(`${named} (${of}) is not in the data.`);
  return item;
}
