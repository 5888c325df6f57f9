import type { Catalogue } from '../../data/catalogue';
import {
  type Decisions,
  type ImportedFilm,
  type ImportRules,
  importedAnswer,
  importedFilms,
} from '../../data/import/imported-films';
import type { SeenAnswer } from '../../data/opinion';
import type { UnsavedEvent } from '../../events/rating-event';
import type { MatchedHistory } from '../../worker/import/contract';
import { foldLog, type LogFold } from '../log/fold';
import { type ImportPlan, planImport } from '../log/importing';
import { carryOut, type Step } from '../log/steps';

/** How what was found is brought in. */
export interface ImportChoices {
  rules: ImportRules;
  /** Whether the watchlist is brought in, too. */
  wishes: boolean;
  /** Whether what was brought in once and taken back is brought in again. */
  again: boolean;
  /** What the person decided of doubtful and missing films, one a history. */
  decisions: readonly Decisions[];
}

/** A film as an example of what becomes of its stars. */
interface Example {
  /** MovieLens id. */
  movieId: number;
  stars: number;
}

/** What a history says of the films found, by these rules, whether it is news or not. */
export interface AnswerPreview {
  films: number;
  /** Some of them, those nearest to another answer first. */
  examples: Example[];
}

/** What an import would add, for a person. */
export interface ImportPreview extends Omit<ImportPlan, 'step'> {
  /** Films that something is added of. */
  films: number;
  answers: Record<SeenAnswer, AnswerPreview>;
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
 * What all histories add to a log, as one step, and what a person is told of it. Each is compared with the log and what those
 * before it add, so that of two that tell of one film the later date speaks.
 * @param now the device's clock, in milliseconds since 1970
 */
export function planAll(
  log: KnownLog,
  histories: readonly MatchedHistory[],
  catalogue: Pick<Catalogue, 'movieId'>,
  choices: ImportChoices,
  now: number,
): { step: Step; preview: ImportPreview } {
  const { rules, again } = choices;
  const all = histories.map((history, at) => chosenFilms(history, catalogue, choices, choices.decisions[at]));
  const plan = histories.reduce<ImportPlan>((before, { source }, at) => {
    const fold = before.step.length === 0 ? log.fold : withStep(log, before.step, now);
    return together(before, planImport(fold, all[at], { origin: source, rules, now, again }));
  }, NOTHING);
  const { step, ...counts } = plan;
  const preview = { ...counts, ...countsOf(step), answers: answersOf(all.flat(), rules) };
  return { step, preview };
}

function together(a: ImportPlan, b: ImportPlan): ImportPlan {
  const { step: _, ...counts } = a;
  const sums = Object.entries(counts).map(([name, count]) => [name, count + b[name as keyof typeof counts]]);
  return { ...(Object.fromEntries(sums) as typeof counts), step: [...a.step, ...b.step] };
}

/** What a step adds, each film counted once, by the last that is said of it. */
function countsOf(step: Step): Pick<ImportPreview, 'films' | 'likes' | 'soSo' | 'dislikes'> {
  const answers = new Map<number, Step[number]['kind']>();
  for (const { movieId, kind } of step) if (kind !== 'watch') answers.set(movieId, kind);
  const of = (kind: SeenAnswer) => [...answers.values()].filter((answer) => answer === kind).length;
  return {
    ...{ likes: of('like'), soSo: of('so-so'), dislikes: of('dislike') },
    films: new Set(step.map(({ movieId }) => movieId)).size,
  };
}

function answersOf(films: readonly ImportedFilm[], rules: ImportRules): ImportPreview['answers'] {
  const byFilm = new Map<number, { answer: SeenAnswer; stars?: number }>();
  for (const { movieId, seen } of films) {
    const answer = seen && importedAnswer(seen, rules);
    if (answer) byFilm.set(movieId, { answer, stars: seen.stars });
  }
  const of = (wanted: SeenAnswer, direction: number): AnswerPreview => {
    const found = [...byFilm].filter(([, { answer }]) => answer === wanted);
    const rated = found.flatMap(([movieId, { stars }]) => (stars === undefined ? [] : [{ movieId, stars }]));
    rated.sort((a, b) => direction * (a.stars - b.stars));
    return { films: found.length, examples: rated.slice(0, EXAMPLES) };
  };
  return { like: of('like', 1), 'so-so': of('so-so', 1), dislike: of('dislike', -1) };
}
