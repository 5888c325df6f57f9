import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { Catalogue } from '../../../data/catalogue';
import { languageName } from '../../../data/language-name';
import type { Tonight } from '../../../data/tuning';
import { knownFacts } from '../../../state/list/known-facts';
import { languagesOffered } from '../../../state/list/trait-offers';
import * as words from '../../../words/en/recommend/tune';
import { useLibrary, useTuning } from '../../common/app-context';
import styles from './TonightFields.module.css';
import { TuneHint, TuneSection } from './TuneSection';

const MINUTES = [80, 90, 100, 110, 120, 135, 150, 180];
const ANY = '';

/** The years in which films begin to be offered, decade by decade, then year by year. */
function yearsOf(year: Uint16Array): number[] {
  const last = year.reduce((a, b) => Math.max(a, b), 0);
  const first = year.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), last);
  return Array.from({ length: last - first + 1 }, (_, n) => last - n);
}

/** Where a fact is known of fewer films than this share, it is said that the others are left out. */
const NEARLY_ALL = 0.9;

/** What of length and language is not known of the films in use, in a sentence; null where nearly all is. */
function unknownWords(catalogue: Catalogue): string | null {
  const known = knownFacts(catalogue);
  const facts = [
    { films: known.runtime, none: words.noRunningTimes, some: words.someRunningTimes },
    { films: known.language, none: words.noLanguages, some: words.someLanguages },
  ];
  const told = facts.flatMap(({ films, none, some }) => {
    if (films >= NEARLY_ALL * catalogue.count) return [];
    return [films === 0 ? none : some(films, catalogue.count)];
  });
  return told.length > 0 ? told.join(' ') : null;
}

/** What fits this evening: length, years, language; what the films in use came without is not offered. */
export function TonightFields() {
  const library = useLibrary();
  const tonight = useTuning((state) => state.tuning.tonight);
  const setTonight = useTuning((state) => state.setTonight);
  const languages = useMemo(() => languagesOffered(library), [library]);
  const years = useMemo(() => yearsOf(library.catalogue.year), [library]);
  const number = (value: string) => (value === ANY ? null : Number(value));
  const kept = (values: readonly number[], chosen: number | null) =>
    (chosen === null || values.includes(chosen) ? values : [...values, chosen]).map(String);
  const spoken =
    tonight.language === null || languages.includes(tonight.language)
      ? languages
      : [...languages, tonight.language];
  const yearChoices = (chosen: number | null, fits: (year: number) => boolean) => [
    { value: ANY, label: words.anyYear },
    ...kept(years.filter(fits), chosen),
  ];
  const set = (limits: Partial<Tonight>) => setTonight(limits);
  const { minutes, fromYear, toYear, language } = tonight;
  const unknown = useMemo(() => unknownWords(library.catalogue), [library]);
  const timed = useMemo(() => library.catalogue.runtime.some((each) => each > 0), [library]);
  return (
    <TuneSection
      section="tonight"
      title={words.tonight}
      changed={Object.values(tonight).some((limit) => limit !== null)}
    >
      {unknown && <TuneHint>{unknown}</TuneHint>}
      <div className={styles.fields}>
        {(timed || minutes !== null) && (
          <NativeSelect
            label={words.atMost}
            value={minutes ?? ANY}
            data={[
              { value: ANY, label: words.anyLength },
              ...kept(MINUTES, minutes).map((value) => ({ value, label: words.minutes(value) })),
            ]}
            onChange={({ currentTarget }) => set({ minutes: number(currentTarget.value) })}
          />
        )}
        {spoken.length > 0 && (
          <NativeSelect
            label={words.inLanguage}
            value={language ?? ANY}
            data={[
              { value: ANY, label: words.anyLanguage },
              ...spoken.map((code) => ({ value: code, label: languageName(code) })),
            ]}
            onChange={({ currentTarget }) =>
              set({ language: currentTarget.value === ANY ? null : currentTarget.value })
            }
          />
        )}
        <NativeSelect
          label={words.fromYear}
          value={fromYear ?? ANY}
          data={yearChoices(fromYear, (year) => toYear === null || year <= toYear)}
          onChange={({ currentTarget }) => set({ fromYear: number(currentTarget.value) })}
        />
        <NativeSelect
          label={words.toYear}
          value={toYear ?? ANY}
          data={yearChoices(toYear, (year) => fromYear === null || year >= fromYear)}
          onChange={({ currentTarget }) => set({ toYear: number(currentTarget.value) })}
        />
      </div>
    </TuneSection>
  );
}
