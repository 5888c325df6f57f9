import { Combobox, type ComboboxStore, Text, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Catalogue } from '../../../data/catalogue';
import type { SeenAnswer } from '../../../data/opinion';
import { baseOf } from '../../../state/platform/library';
import { useLibrary } from '../app-context';
import { filmLine } from '../film-facts';
import { SearchField } from './SearchField';
import styles from './TitleSearch.module.css';

const RESULTS = 8;
/** Value of the option that leads on where a film is not there. */
const MISSING = 'missing';
const SAID = { like: 'liked', 'so-so': 'so-so', dislike: 'disliked' } as const;

interface TitleSearchProps {
  /** What was said of films seen, to be told beside them. */
  seen: ReadonlyMap<number, SeenAnswer>;
  onChoose(item: number): void;
  /** What was written before the search was there. */
  begun?: string;
  /** Set where the box came up to be typed into at once. */
  autoFocus?: boolean;
  /** Called when the box was left with Escape. */
  onEscape?(): void;
  /** Called where none of the films found is the one; left out where nothing can be done about it. */
  onMissing?(query: string): void;
}

/** What is found, best first: catalogue indices. 'loading' before the search is there, 'missing' where it cannot be had. */
type FilmsFound = readonly number[] | 'loading' | 'missing';

/** The search over all titles: its code and its index come when they are first needed, not before the first film. */
function useTitleSearch(): { find(text: string): FilmsFound; load(): void } {
  const { catalogue, effects } = useLibrary();
  const [search, setSearch] = useState<((text: string) => number[]) | 'loading' | 'missing'>('loading');
  return {
    find: (text) => (text.trim() === '' ? [] : typeof search === 'string' ? search : search(text)),
    load() {
      if (typeof search !== 'string') return;
      import('../../../data/search/title-search').then(
        ({ createTitleSearch }) => {
          const made = createTitleSearch(catalogue, effects.ratings);
          setSearch(() => (text: string) => made(text, RESULTS));
        },
        () => setSearch('missing'),
      );
    },
  };
}

/** Marks the first of the films found. @param best its catalogue index; undefined where nothing was found */
function useMarkedFirst(
  { selectFirstOption, resetSelectedOption }: ComboboxStore,
  best: number | undefined,
): void {
  // Marked once the options are drawn: before, the mark would stay on one of the last query's. And not before they are
  // in their place: marking scrolls to an option, which would take the page to where the last ones were.
  useEffect(() => {
    if (best === undefined) return;
    resetSelectedOption();
    const frame = requestAnimationFrame(() => selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [best, selectFirstOption, resetSelectedOption]);
}

interface FoundProps {
  query: string;
  results: FilmsFound;
  seen: TitleSearchProps['seen'];
  leadsOn: boolean;
}

/** The year of the newest film of the catalogue; 0 where no year is known. */
function newestYear({ year }: Pick<Catalogue, 'year'>): number {
  return year.reduce((newest, each) => Math.max(newest, each), 0);
}

/** The films found, or that there is none. */
function Found({ query, results, seen, leadsOn }: FoundProps) {
  const library = useLibrary();
  const { catalogue } = library;
  const newest = newestYear(baseOf(library).catalogue);
  return (
    <Combobox.Dropdown hidden={query.trim() === '' || results === 'loading'}>
      {results === 'missing' && (
        <Combobox.Empty>The search could not be loaded. Check the connection, then type on.</Combobox.Empty>
      )}
      {results.length === 0 && (
        <Combobox.Empty>
          No film called “{query.trim()}”. {newest > 0 && `The films here end in ${newest}. `}Try fewer words
          {leadsOn ? ', or add yours.' : '.'}
        </Combobox.Empty>
      )}
      <Combobox.Options
        aria-label="Films found"
        hidden={typeof results === 'string' || (results.length === 0 && !leadsOn)}
      >
        {(typeof results === 'string' ? [] : results).map((item) => {
          const said = seen.get(item);
          return (
            <Combobox.Option value={String(item)} key={item}>
              <Text fw={550}>
                {catalogue.title[item]}
                {said && <span className={styles.said}> {SAID[said]}</span>}
              </Text>
              <Text size="sm" className={styles.line}>
                {filmLine(catalogue, item)}
              </Text>
            </Combobox.Option>
          );
        })}
        {leadsOn && <Combobox.Option value={MISSING}>I can’t find my film</Combobox.Option>}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}

/** Finds any film by title; "/" leads to it from anywhere on the screen. */
export function TitleSearch({
  seen,
  onChoose,
  begun = '',
  autoFocus = false,
  onEscape,
  onMissing,
}: TitleSearchProps) {
  const [query, setQuery] = useState(begun);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const { find, load } = useTitleSearch();
  const results = find(query);
  const best = typeof results === 'string' ? undefined : results[0];
  useMarkedFirst(combobox, best);

  const choose = (value: string) => {
    if (value === MISSING) onMissing?.(query.trim());
    else onChoose(Number(value));
    setQuery('');
    combobox.closeDropdown();
    input.current?.blur();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      shadow="md"
      withinPortal={false}
      // It stands in the page and scrolls with its field: what is found stays, also while the page moves.
      hideDetached={false}
    >
      <Combobox.Target>
        <SearchField
          ref={input}
          value={query}
          onChange={(event) => {
            load();
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => {
            load();
            if (query) combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setQuery('');
              input.current?.blur();
              onEscape?.();
            } else if (event.key === 'Enter' && best !== undefined && combobox.getSelectedOptionIndex() < 0) {
              choose(String(best));
            }
          }}
        />
      </Combobox.Target>
      <Found query={query} results={results} seen={seen} leadsOn={onMissing !== undefined} />
    </Combobox>
  );
}
