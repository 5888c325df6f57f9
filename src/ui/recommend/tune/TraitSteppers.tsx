import { ActionIcon } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { memo, type ReactNode, useMemo, useState } from 'react';
import { type Leaning, sameTrait, TRAIT_KINDS, type Trait, type TraitKind } from '../../../data/tuning';
import { countCarriers, offeredTraits, traitName } from '../../../state/list/trait-offers';
import { WATCHED_FILMS } from '../../../state/profile/tuning-store';
import * as words from '../../../words/en/recommend/tune';
import { useLibrary, useModel, useTuning } from '../../common/app-context';
import { sentence } from '../../common/sentence';
import styles from './TraitSteppers.module.css';
import { TuneHint, TuneSection } from './TuneSection';

/** From least to most wanted. */
const STEPS: (Leaning | null)[] = ['never', 'less', null, 'more'];
const HEADINGS: Record<TraitKind, string> = {
  genre: words.genres,
  decade: words.decades,
  language: words.languages,
  keyword: words.keywords,
};

/** What asking for a step is called: "Less Horror". */
const CALLED: Record<Leaning, (trait: string) => string> = {
  never: words.never,
  less: words.less,
  more: words.more,
};
/** What was asked for: "less Horror". */
const ASKED: Record<Leaning, typeof words.isNever> = {
  never: words.isNever,
  less: words.isLess,
  more: words.isMore,
};

/** What asking for a step, or for none, is called. */
function called(step: Leaning | null, name: string): string {
  return step === null ? words.asUsual(name) : CALLED[step](name);
}

interface StepperProps {
  trait: Trait;
  leaning: Leaning | null;
  /** Films of the list that have it. */
  films: number;
}

function DrawnStepper({ trait, leaning, films }: StepperProps) {
  const lean = useTuning((state) => state.lean);
  const name = traitName(trait);
  const step = STEPS.indexOf(leaning);
  const button = (to: number, Icon: typeof Plus) => {
    const possible = to >= 0 && to < STEPS.length;
    return (
      <ActionIcon
        size={30}
        variant="subtle"
        color="gray"
        c="inherit"
        // Not `disabled`: that would take the focus away from under the key that was pressed.
        aria-disabled={!possible || undefined}
        data-disabled={!possible || undefined}
        aria-label={possible ? called(STEPS[to], name) : called(leaning, name)}
        onClick={() => possible && lean(trait, STEPS[to])}
      >
        <Icon size={15} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <li className={styles.trait} data-leaning={leaning ?? undefined}>
      {button(step - 1, Minus)}
      <span className={styles.name}>
        {leaning ? sentence(ASKED[leaning]<ReactNode>(name, (text) => <em>{text}</em>)) : name}{' '}
        <span className={`${styles.films} tabular`}>{films > 0 ? films : ''}</span>
      </span>
      {button(step + 1, Plus)}
    </li>
  );
}

const Stepper = memo(
  DrawnStepper,
  (before, after) =>
    before.films === after.films && before.leaning === after.leaning && sameTrait(before.trait, after.trait),
);

/** "Less horror, more 1980s": one small stepper a trait. */
export function TraitSteppers() {
  const library = useLibrary();
  const leanings = useTuning((state) => state.tuning.leanings);
  const recommendations = useModel((state) => state.recommendations);
  const films = recommendations.slice(0, WATCHED_FILMS).map(({ item }) => item);
  // Offered once: what is under the finger must not move away as the list changes.
  const [offered] = useState(() => offeredTraits(library, films, leanings));
  const all = useMemo(() => TRAIT_KINDS.flatMap((kind) => offered[kind]), [offered]);
  const counts = countCarriers(library, all, films);
  return (
    <TuneSection section="leanings" title={words.lessOrMore} changed={leanings.length > 0}>
      <TuneHint>{films.length > 0 ? words.minusAndFigure(films.length) : words.minus}</TuneHint>
      {offered.language.length === 0 && library.catalogue.languages.length <= 1 && (
        <TuneHint>{words.noLanguages}</TuneHint>
      )}
      {library.catalogue.keywordIds.length === 0 && <TuneHint>{words.noKeywords}</TuneHint>}
      {TRAIT_KINDS.filter((kind) => offered[kind].length > 0).map((kind) => (
        <div key={kind}>
          <h4 className={styles.heading}>{HEADINGS[kind]}</h4>
          <ul className={styles.traits}>
            {offered[kind].map((trait) => (
              <Stepper
                key={trait.value}
                trait={trait}
                leaning={leanings.find((other) => sameTrait(other, trait))?.leaning ?? null}
                films={counts[all.indexOf(trait)]}
              />
            ))}
          </ul>
        </div>
      ))}
    </TuneSection>
  );
}
