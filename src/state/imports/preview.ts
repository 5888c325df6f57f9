import type { Catalogue } from '../../data/catalogue';
import { type ImportedFilm, importedFilms } from '../../data/import/imported-films';
import type { SeenAnswer } from '../../data/opinion';
import type { UnsavedEvent } from '../../events/rating-event';
import type { MatchedHistory } from '../../worker/import/contract';
import { foldLog, type LogFold } from '../log/fold';
import { type ImportPlan, planImport } from '../log/importing';
import { carryOut, type Step } from '../log/steps';
import type { ImportChoices } from './import-state';

/** A film as an example of what becomes of its stars. */
export interface Example {
  /** MovieLens id. */
  movieId: number;
  stars: number;
}

/** What an import would add, for a person. */
export interface ImportPreview extends Omit<ImportPlan, 'step'> {
  /** Films that something is added of. */
  films: number;
  /** Some films of each answer, those nearest to another answer first. */
  examples: Record<SeenAnswer, Example[]>;
}

/** The log that an import is compared with. */
interface KnownLog {
  fold: LogFold;
  /** In order. */
  events: Iterable<UnsavedEvent>;
}

const EXAMPLES = 3;
const NOTHING: ImportPlan = {
  ...{ step: [], likes: 0, soSo: 0, dislikes: 0, wishes: 0, known: 0, takenBack: 0 },
  ...{ byHand: 0, older: 0, unrated: 0, wishesSeen: 0 },
};

function chosenFilms(
  { rows, matches }: MatchedHistory,
  catalogue: Pick<Catalogue, 'movieId'>,
  choices: ImportChoices,
  decisions: ImportChoices['decisions'][number] | undefined,
): ImportedFilm[] {
  const films = importedFilms(rows, matches, catalogue, decisions);
  return choices.wishes ? films : films.map((film) => ({ ...film, wish: null }));
}

/** A fold of a log with a step on top; the log stays as it is. */
function withStep({ events }: KnownLog, step: Step, now: number): LogFold {
  const fold = foldLog(events);
  let ids = 0;
  const told = { profileId: '', time: now, place: 'import', predictionVisible: false } as const;
  carryOut(step, { fold, add: (event) => fold.apply(event) }, told, () => `import ${ids++}`);
  return fold;
}

/**
 * What all histories add to a log, as one step. Each is compared with the log and what those before it add, so that of two
 * that tell of one film the later date speaks.
 * @param now the device's clock, in milliseconds since 1970
 */
export function planAll(
  log: KnownLog,
  histories: readonly MatchedHistory[],
  catalogue: Pick<Catalogue, 'movieId'>,
  choices: ImportChoices,
  now: number,
): ImportPlan {
  return histories.reduce<ImportPlan>((before, history, at) => {
    const films = chosenFilms(history, catalogue, choices, choices.decisions[at]);
    const fold = before.step.length === 0 ? log.fold : withStep(log, before.step, now);
    const { rules, again } = choices;
    return together(before, planImport(fold, films, { origin: history.source, rules, now, again }));
  }, NOTHING);
}

function together(a: ImportPlan, b: ImportPlan): ImportPlan {
  const { step: _, ...counts } = a;
  const sums = Object.entries(counts).map(([name, count]) => [name, count + b[name as keyof typeof counts]]);
  return { ...(Object.fromEntries(sums) as typeof counts), step: [...a.step, ...b.step] };
}

/** A plan in numbers, each film counted once. */
export function previewOf({ step, ...counts }: ImportPlan): ImportPreview {
  const answers = new Map<number, Step[number]>();
  for (const said of step) if (said.kind !== 'watch') answers.set(said.movieId, said);
  const of = (kind: SeenAnswer) => [...answers.values()].filter((said) => said.kind === kind);
  const examplesOf = (kind: SeenAnswer, direction: number): Example[] =>
    of(kind)
      .flatMap((said) =>
        'stars' in said && said.stars ? [{ movieId: said.movieId, stars: said.stars }] : [],
      )
      .sort((a, b) => direction * (a.stars - b.stars))
      .slice(0, EXAMPLES);
  return {
    ...counts,
    ...{ likes: of('like').length, soSo: of('so-so').length, dislikes: of('dislike').length },
    films: new Set(step.map(({ movieId }) => movieId)).size,
    examples: {
      like: examplesOf('like', 1),
      'so-so': examplesOf('so-so', 1),
      dislike: examplesOf('dislike', -1),
    },
  };
}
