import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { languageName } from '../../../data/language-name';
import type { Tonight } from '../../../data/tuning';
import { languagesOffered } from '../../../state/list/trait-offers';
import { useLibrary, useTuning } from '../../common/app-context';
import styles from './TonightFields.module.css';
import { TuneSection } from './TuneSection';

const MINUTES = [80, 90, 100, 110, 120, 135, 150, 180];
const ANY = '';

/** The years in which films begin to be offered, decade by decade, then year by year. */
function yearsOf(year: Uint16Array): number[] {
  const last = year.reduce((a, b) => Math.max(a, b), 0);
  const first = year.reduce((a, b) => (b > 0 ? Math.min(a, b) : a), last);
  return Array.from({ length: last - first + 1 }, (_, n) => last - n);
}

/** What fits this evening: length, years, language. */
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
    { value: ANY, label: 'any year' },
    ...kept(years.filter(fits), chosen),
  ];
  const set = (limits: Partial<Tonight>) => setTonight(limits);
  const { minutes, fromYear, toYear, language } = tonight;
  return (
    <TuneSection
      section="tonight"
      title="What fits tonight"
      changed={Object.values(tonight).some((limit) => limit !== null)}
    >
      <div className={styles.fields}>
        <NativeSelect
          label="At most"
          value={minutes ?? ANY}
          data={[
            { value: ANY, label: 'any length' },
            ...kept(MINUTES, minutes).map((value) => ({ value, label: `${value} minutes` })),
          ]}
          onChange={({ currentTarget }) => set({ minutes: number(currentTarget.value) })}
        />
        <NativeSelect
          label="In"
          value={language ?? ANY}
          data={[
            { value: ANY, label: 'any language' },
            ...spoken.map((code) => ({ value: code, label: languageName(code) })),
          ]}
          onChange={({ currentTarget }) =>
            set({ language: currentTarget.value === ANY ? null : currentTarget.value })
          }
        />
        <NativeSelect
          label="From"
          value={fromYear ?? ANY}
          data={yearChoices(fromYear, (year) => toYear === null || year <= toYear)}
          onChange={({ currentTarget }) => set({ fromYear: number(currentTarget.value) })}
        />
        <NativeSelect
          label="To"
          value={toYear ?? ANY}
          data={yearChoices(toYear, (year) => fromYear === null || year >= fromYear)}
          onChange={({ currentTarget }) => set({ toYear: number(currentTarget.value) })}
        />
      </div>
    </TuneSection>
  );
}
