import { readFileSync } from 'node:fs';
import { USUAL_RULES } from '../../../../src/data/import/imported-films';
import { type OtherName, readOtherNames } from '../../../../src/data/match/other-names';
import { planAll } from '../../../../src/state/imports/preview';
import { rankAll, topOf } from '../../../../src/state/list/ranking';
import { carryOut } from '../../../../src/state/log/steps';
import type { Library } from '../../../../src/state/platform/library';
import { ProfileModel } from '../../../../src/state/profile/profile-model';
import type { LogPage } from '../../../../src/storage/rating-log';
import { createImportService } from '../../../../src/worker/import/service';
import { sink, timed } from '../harness';
import { makeLog } from '../person';
import { type Figure, figureOf } from '../result';
import { libraryWith, randomFor, ratingOrderOf } from '../world';
import type { Group } from './group';

/** Events of the log that is read at start. */
const EVENTS = 5000;
/** Rows of the history that is brought from elsewhere. */
const ROWS = 2000;
const LIST = 50;

/** What a log costs that is long, at every number of films. */
export const logGroup: Group = {
  name: 'log',
  about: `replay of ${EVENTS} events, import of ${ROWS} rows`,
  byDefault: true,
  async measure({ films }, tell) {
    const otherNames = readOtherNames(
      readFileSync(new URL('../../../../datasets/names.csv', import.meta.url), 'utf8'),
    );
    const figures: Figure[] = [];
    for (const count of films) {
      const library = libraryWith(count);
      tell(`a log of ${EVENTS} events, ${count} films`);
      figures.push(await measureReplay(library));
      tell(`an import of ${ROWS} rows, ${count} films`);
      figures.push(...(await measureImport(library, otherNames)));
    }
    return figures;
  },
};

/** Complains of nothing: what is measured here is sound. */
const warn = (message: string) => {
  throw new Error(message);
};

/** A profile's log as it was read from storage. */
function pageOf(library: Library, events: number): LogPage {
  return {
    events: makeLog(library, events).map((event, n) => ({ ...event, seq: n + 1 })),
    unreadable: 0,
    lastSeq: events,
    erasures: 0,
    sealedSeq: 0,
  };
}

/** From the log as it was read to a model that has learned it, as at start where there is no snapshot. */
async function measureReplay(library: Library): Promise<Figure> {
  const page = pageOf(library, EVENTS);
  const spread = await timed({
    runs: { warmUp: 5, most: 40 },
    work() {
      const profile = new ProfileModel(library, 'bench', page, undefined, [], warn);
      sink(profile.model.answers.size);
    },
  });
  const name = `replay a log of ${EVENTS} events`;
  return figureOf({ group: 'log', name, unit: 'ms', films: library.catalogue.count }, spread);
}

/** A history as Letterboxd exports it: films by name and year, half stars, days. */
function historyOf(library: Library): string {
  const { catalogue } = library;
  const random = randomFor('import', catalogue.count);
  const rows = Array.from(ratingOrderOf(library, random).slice(0, ROWS), (item, n) => {
    const day = new Date(1_500_000_000_000 + n * 86_400_000).toISOString().slice(0, 10);
    const title = `"${catalogue.title[item].replaceAll('"', '""')}"`;
    const uri = `https://letterboxd.com/film/${n}/`;
    return `${day},${title},${catalogue.year[item] || ''},${uri},${(1 + random.integer(10)) / 2}`;
  });
  return `Date,Name,Year,Letterboxd URI,Rating\n${rows.join('\n')}\n`;
}

/** As the app does it: the worker reads and matches; the page plans, plans again at Add, folds, learns and draws the list. */
async function measureImport(library: Library, otherNames: readonly OtherName[]): Promise<Figure[]> {
  const { catalogue } = library;
  const service = createImportService(() => otherNames);
  const file = new File([historyOf(library)], 'ratings.csv');
  const request = { files: [file], films: catalogue, choices: { columns: new Map() }, without: [] };
  const read = async () => {
    const outcome = await service.read(request, () => {});
    if (outcome.kind !== 'done') throw new Error('The history could not be read.');
    return outcome.value.histories;
  };
  const histories = await read();
  const choices = { rules: USUAL_RULES, wishes: true, again: false, decisions: [] };
  const now = 1_750_000_000_000;
  const empty = { ...pageOf(library, 0), events: [] };
  const add = (profile: ProfileModel) => {
    const plan = () => planAll(profile, histories, catalogue, choices, now).step;
    let ids = 0;
    const told = { profileId: 'bench', time: now, place: 'import', predictionVisible: false } as const;
    sink(plan().length);
    carryOut(plan(), profile, told, () => `added-${ids++}`);
    sink(topOf(rankAll(profile.model, null, [], catalogue), LIST)[0] + profile.model.answers.size);
  };
  const name = { group: 'log', unit: 'ms', films: catalogue.count } as const;
  return [
    figureOf(
      { ...name, name: `import ${ROWS} rows: read and match` },
      await timed({
        runs: { warmUp: 1, most: 15 },
        work: async () => sink((await read())[0].rows.length),
      }),
    ),
    figureOf(
      { ...name, name: `import ${ROWS} rows: plan, fold and learn` },
      await timed({
        runs: { warmUp: 3, most: 40 },
        prepare: () => new ProfileModel(library, 'bench', empty, undefined, [], warn),
        work: add,
      }),
    ),
  ];
}
