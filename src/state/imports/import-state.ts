import type { ChosenColumns, ColumnOffer } from '../../data/import/chosen-columns';
import type { PersonOfSet } from '../../data/import/movielens-set';
import type { ImportProgress, MatchedHistory } from '../../worker/import/contract';
import type { PickedFiles } from '../../worker/picked-files';
import type { ImportChoices, ImportPreview } from './preview';

/** Where an import stands. */
export type ImportStep =
  /** Nothing was chosen yet, or nothing of it could be read. */
  | { step: 'choosing' }
  | { step: 'reading'; progress: ImportProgress }
  /** No site is known by the columns of these files. */
  | { step: 'columns'; offers: readonly ColumnOffer[] }
  /** The files hold the ratings of several people. */
  | { step: 'people'; people: readonly PersonOfSet[] }
  | { step: 'review'; found: readonly MatchedHistory[]; preview: ImportPreview }
  | { step: 'done'; added: ImportPreview };

/** What is known of the import on screen. Replaced, never changed in place. */
export interface ImportFacts {
  at: ImportStep;
  choices: ImportChoices;
  /** Whoever rated when the files were chosen: the import is theirs. Null before. */
  owner: { id: string; name: string } | null;
  /** Sentences about what could not be read. */
  refusals: readonly string[];
  /** How many films were taken back just now; null where none were. */
  tookBack: number | null;
}

/** What a person can do. Actions never change identity. */
export interface ImportActions {
  /** Reads files; what was read before is forgotten. */
  choose(picked: PickedFiles): void;
  /** Ends reading, and begins anew. */
  cancel(): void;
  /** Reads the same files by these columns, by `ColumnOffer.path`; null leaves a file out. */
  chooseColumns(columns: ReadonlyMap<string, ChosenColumns | null>): void;
  /** Reads the ratings of one of several people. */
  choosePerson(userId: number): void;
  /** Says which film a match means; null for none, undefined to leave it as it was found. @param row the match's first */
  decide(history: number, row: number, item: number | null | undefined): void;
  /** Changes how it is brought in. */
  set(change: Partial<Omit<ImportChoices, 'decisions'>>): void;
  /** Compares with the log as it stands now. */
  refresh(): void;
  /** Brings in what the preview says, as one step. Nothing is added where somebody else rates now. */
  add(): void;
  /** Takes back what was added, and goes back to the review. */
  takeBack(): void;
}

/** The import on screen. */
export interface ImportState extends ImportFacts {
  actions: ImportActions;
}
