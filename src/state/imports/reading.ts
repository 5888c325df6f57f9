import type { ChosenColumns } from '../../data/import/chosen-columns';
import { USUAL_RULES } from '../../data/import/imported-films';
import type { KnownFilms } from '../../data/match/film-index';
import * as words from '../../words/en/imports/reading';
import type { ImportClient } from '../../worker/import/client';
import type { ImportReport, MatchedHistory } from '../../worker/import/contract';
import type { PickedFiles } from '../../worker/picked-files';
import type { Library } from '../platform/library';
import type { OpenProfile } from '../profile/open-profile';
import type { ImportActions, ImportFacts } from './import-state';
import type { ImportChoices } from './preview';

/** Rows refused that are told one by one where nothing at all could be read. */
const TOLD_ROWS = 5;
const USUAL_CHOICES: ImportChoices = { rules: USUAL_RULES, wishes: true, again: false, decisions: [] };
/** An import before anything was chosen. */
export const START: ImportFacts = {
  ...{ at: { step: 'choosing' }, choices: USUAL_CHOICES, owner: null, refusals: [], tookBack: null },
};

/** What reading needs of the import that it is a part of. */
interface ReadingParts {
  client: ImportClient;
  set(facts: Partial<ImportFacts>): void;
  get(): ImportFacts;
  /** Whoever rates now, and the public data; null while nobody does. */
  person(): { owner: NonNullable<ImportFacts['owner']>; library: Library } | null;
  /** The profile that the import is for, while it is open. */
  owned(): OpenProfile | null;
  /** Called with what is to be reviewed; with nothing where it is forgotten. */
  onFound(histories: readonly MatchedHistory[]): void;
}

/** What is being read, and what a person said of it. */
interface Source {
  picked: PickedFiles;
  columns: ReadonlyMap<string, ChosenColumns>;
  without: readonly string[];
  userId?: number;
}

/** What is handed to the worker to find films by. */
function knownFilms({ catalogue }: Library): KnownFilms {
  const { count, movieId, tmdbId, imdbId, title, alternateTitles, year } = catalogue;
  return { count, movieId, tmdbId, imdbId, title, alternateTitles, year };
}

/** Why there is nothing to review. */
function emptyWords({ histories, refusals }: ImportReport): string[] {
  const refused = histories.flatMap((history) => history.refused);
  return [
    ...refusals,
    ...histories.flatMap(({ notices }) => notices),
    ...refused.slice(0, TOLD_ROWS),
    ...(refused.length > TOLD_ROWS ? [words.moreRows(refused.length - TOLD_ROWS)] : []),
  ];
}

/** The steps up to the review: files are chosen and read, and a person says what they do not say themselves. */
export function createReading({
  client,
  set,
  get,
  person,
  owned,
  onFound,
}: ReadingParts): Pick<ImportActions, 'choose' | 'cancel' | 'chooseColumns' | 'choosePerson'> {
  let source: Source = { picked: { files: [] }, columns: new Map(), without: [] };

  const show = (report: ImportReport) => {
    const { histories, offers, people, refusals } = report;
    // Whoever it is for has left meanwhile.
    if (!owned()) return set({ at: { step: 'choosing' } });
    set({ refusals });
    if (offers.length > 0) return set({ at: { step: 'columns', offers } });
    if (people.length > 0) return set({ at: { step: 'people', people } });
    if (histories.every(({ rows }) => rows.length === 0)) {
      return set({ at: { step: 'choosing' }, refusals: emptyWords(report) });
    }
    set({ choices: { ...USUAL_CHOICES, decisions: histories.map(() => new Map()) } });
    onFound(histories);
  };
  const read = async (own: Source) => {
    source = own;
    const open = owned();
    if (!open) return;
    set({ at: { step: 'reading', progress: { rows: 0 } }, refusals: [] });
    const { picked, columns, without, userId } = own;
    const request = {
      ...{ ...picked, films: knownFilms(open.library), without: [...without] },
      choices: { columns, userId },
    };
    const outcome = await client.read(request, (progress) => set({ at: { step: 'reading', progress } }));
    // Other files were chosen meanwhile.
    if (source !== own || get().at.step !== 'reading') return;
    if (outcome.kind === 'done') show(outcome.value);
    else set({ at: { step: 'choosing' }, refusals: outcome.kind === 'cancelled' ? [] : [outcome.message] });
  };

  return {
    choose(picked) {
      const who = person();
      if (!who || picked.files.length === 0) return;
      onFound([]);
      set({ ...START, owner: who.owner });
      read({ picked, columns: new Map(), without: [] });
    },
    cancel() {
      client.cancel();
      onFound([]);
      set(START);
    },
    chooseColumns(chosen) {
      const columns = new Map(source.columns);
      const without = [...source.without];
      for (const [path, places] of chosen) {
        if (places) columns.set(path, places);
        else without.push(path);
      }
      read({ ...source, columns, without });
    },
    choosePerson(userId) {
      read({ ...source, userId });
    },
  };
}
