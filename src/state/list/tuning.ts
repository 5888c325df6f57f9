import * as v from 'valibot';
import {
  ADVENTURE_STEPS,
  LEANINGS,
  PLAIN,
  sameTrait,
  TRAIT_KINDS,
  type Tuning,
  WISHES_IN_LIST,
} from '../../data/tuning';

/** Raised when the stored form changes its meaning; other versions are not read. */
const VERSION = 1;

const limit = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)));
const schema = v.object({
  version: v.literal(VERSION),
  leanings: v.pipe(
    v.array(v.object({ kind: v.picklist(TRAIT_KINDS), value: v.string(), leaning: v.picklist(LEANINGS) })),
    v.check((all) => all.every((trait, n) => all.findIndex((other) => sameTrait(trait, other)) === n)),
  ),
  adventure: v.pipe(v.number(), v.integer(), v.minValue(-ADVENTURE_STEPS), v.maxValue(ADVENTURE_STEPS)),
  hidden: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  tonight: v.object({
    minutes: limit,
    fromYear: limit,
    toYear: limit,
    language: v.nullable(v.string()),
  }),
  // Tunings from before it could be chosen have none.
  wishes: v.optional(v.picklist(WISHES_IN_LIST), 'any'),
});

/** The form in which a tuning is kept. */
export function storedTuning(tuning: Tuning): unknown {
  return { version: VERSION, ...tuning };
}

/** Reads what was kept; undefined if it is not a tuning that this version understands. */
export function readTuning(stored: unknown): Tuning | undefined {
  const { success, output } = v.safeParse(schema, stored);
  if (!success) return undefined;
  const { version: _, ...tuning } = output;
  return tuning;
}

/** The sections of the Tune panel; the dial of `adventure` stands beside the list. */
export const TUNE_SECTIONS = ['tonight', 'wishes', 'leanings', 'hidden'] as const;

/** How many controls of the Tune panel are not at rest; what they change is counted one by one. */
export function tuningsMade({ leanings, hidden, tonight, wishes }: Tuning): number {
  const limits = Object.values(tonight).filter((limit) => limit !== null).length;
  return leanings.length + hidden.length + limits + (wishes === 'any' ? 0 : 1);
}

/** Whether a tuning leaves every list as it is. */
export const isPlain = (tuning: Tuning) => tuning.adventure === 0 && tuningsMade(tuning) === 0;

/** The parts that are reset one by one. */
export type TuningSection = (typeof TUNE_SECTIONS)[number] | 'adventure';

/** A tuning with some sections at rest. */
export function withoutSections(tuning: Tuning, sections: readonly TuningSection[]): Tuning {
  return { ...tuning, ...Object.fromEntries(sections.map((section) => [section, PLAIN[section]])) };
}
