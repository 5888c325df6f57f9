import { Combobox, Kbd, Text, TextInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createTitleSearch } from '../../data/search/title-search';
import type { Opinion } from '../../wnn/personal/personal-model';
import { useLibrary } from './app-context';
import { filmLine } from './film-facts';
import './title-search.css';

const RESULTS = 8;
const SAID = { like: 'liked', dislike: 'disliked' } as const;

interface TitleSearchProps {
  /** What was said of films, to be told beside them. */
  opinions: ReadonlyMap<number, Opinion>;
  onChoose(item: number): void;
  /** Set where the box came up to be typed into at once. */
  autoFocus?: boolean;
  /** Called when the box was left with Escape. */
  onEscape?(): void;
}

/** Finds any film by title; "/" leads to it from anywhere on the screen. */
export function TitleSearch({ opinions, onChoose, autoFocus = false, onEscape }: TitleSearchProps) {
  const { catalogue, effects } = useLibrary();
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useHotkeys([['/', () => input.current?.focus()]]);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  // The index is made when it is first needed, not while the first film is being drawn.
  const search = useMemo(() => {
    let made: ReturnType<typeof createTitleSearch> | undefined;
    return (text: string) => {
      made ??= createTitleSearch(catalogue, effects.ratings);
      return made(text, RESULTS);
    };
  }, [catalogue, effects]);
  const results = query.trim() === '' ? [] : search(query);
  const best = results[0];
  const { selectFirstOption, resetSelectedOption } = combobox;
  // Marked once the options are drawn: before, the mark would stay on one of the last query's. And not before they are
  // in their place: marking scrolls to an option, which would take the page to where the last ones were.
  useEffect(() => {
    if (best === undefined) return;
    resetSelectedOption();
    const frame = requestAnimationFrame(() => selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [best, selectFirstOption, resetSelectedOption]);

  const choose = (value: string) => {
    onChoose(Number(value));
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
        <TextInput
          ref={input}
          type="search"
          aria-label="Find a film by title"
          placeholder="Find a film by title"
          leftSection={<Search size={18} aria-hidden />}
          rightSection={<Kbd className="search-key">/</Kbd>}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => query && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              setQuery('');
              input.current?.blur();
              onEscape?.();
            } else if (event.key === 'Enter' && results.length > 0 && combobox.getSelectedOptionIndex() < 0) {
              choose(String(results[0]));
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query.trim() === ''}>
        {results.length === 0 && (
          <Combobox.Empty>
            No film called “{query.trim()}”. The films here are from 1902 to 2016; try fewer words.
          </Combobox.Empty>
        )}
        <Combobox.Options aria-label="Films found" hidden={results.length === 0}>
          {results.map((item) => {
            const said = opinions.get(item);
            return (
              <Combobox.Option value={String(item)} key={item}>
                <Text fw={550}>
                  {catalogue.title[item]}
                  {said && <span className="search-said"> {SAID[said]}</span>}
                </Text>
                <Text size="sm" className="search-line">
                  {filmLine(catalogue, item)}
                </Text>
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
