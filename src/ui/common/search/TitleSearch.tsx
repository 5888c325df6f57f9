import { Combobox, type ComboboxStore, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SeenAnswer } from '../../../data/opinion';
import type { FilmSearch } from '../../../data/search/film-search';
import { useLibrary } from '../app-context';
import { Found, MISSING, type SearchResult } from './Found';
import { SearchField } from './SearchField';

/** Films found at most, unless told otherwise. */
const RESULTS = 8;

interface TitleSearchProps {
  /** What was said of films seen, to be told beside them. */
  seen: ReadonlyMap<number, SeenAnswer>;
  onChoose(item: number): void;
  /** Films found at most: as many as have room. */
  most?: number;
  /** What was written before the search was there. */
  begun?: string;
  /** Set where the box came up to be typed into at once. */
  autoFocus?: boolean;
  /** Called when the box was left with Escape. */
  onEscape?(): void;
  /** Called where none of the films found is the one; left out where nothing can be done about it. */
  onMissing?(query: string): void;
}

const NOTHING: SearchResult = { items: [], isNear: false, browsed: null };

/** The search over all films: its code and its index come when they are first needed, not before the first film. */
function useFilmSearch(most: number): { find(text: string): SearchResult; load(): void } {
  const { catalogue, effects } = useLibrary();
  const [search, setSearch] = useState<FilmSearch | 'loading' | 'missing'>('loading');
  return {
    find: (text) => {
      if (text.trim() === '') return NOTHING;
      return typeof search === 'string' ? search : search(text, most);
    },
    load() {
      if (typeof search !== 'string') return;
      import('../../../data/search/film-search').then(
        ({ createFilmSearch }) => {
          const made = createFilmSearch(catalogue, effects.ratings);
          setSearch(() => made);
        },
        () => setSearch('missing'),
      );
    },
  };
}

/** Marks the first of the films found. @param best its catalogue index; undefined where nothing was found */
function useMarkedFirst(
  { selectFirstOption, resetSelectedOption, getSelectedOptionIndex }: ComboboxStore,
  best: number | undefined,
): void {
  // Marked once the options are drawn: before, the mark would stay on one of the last query's. And not before they are
  // in their place: marking scrolls to an option, which would take the page to where the last ones were. What an arrow key
  // has marked by then stays marked.
  useEffect(() => {
    if (best === undefined) return;
    resetSelectedOption();
    const frame = requestAnimationFrame(() => {
      if (getSelectedOptionIndex() < 0) selectFirstOption();
    });
    return () => cancelAnimationFrame(frame);
  }, [best, selectFirstOption, resetSelectedOption, getSelectedOptionIndex]);
}

/** Finds any film by title; "/" leads to it from anywhere on the screen. */
export function TitleSearch({
  seen,
  onChoose,
  most = RESULTS,
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

  const { find, load } = useFilmSearch(most);
  const result = find(query);
  const best = typeof result === 'string' ? undefined : result.items[0];
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
      <Found query={query} result={result} seen={seen} leadsOn={onMissing !== undefined} />
    </Combobox>
  );
}
