import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import * as words from '../../words/en/palette/palette';
import { useReadyLibrary } from '../common/app-context';
import { filmAddress } from '../common/film/film-address';
import { filmLine } from '../common/film-facts';
import { matchCommands } from './match-commands';
import styles from './Palette.module.css';
import { type Command, useCommands } from './use-commands';

/** What each group of commands is called. */
const GROUPS = { screens: words.screens, actions: words.actions, films: words.films };

/** Films found at most. */
const FILMS = 7;

/** The films that a query calls, once the search is there. */
function useFilms(query: string): Command[] {
  const library = useReadyLibrary();
  const [search, setSearch] = useState<((text: string) => number[]) | null>(null);
  useEffect(() => {
    if (!library) return;
    let isCurrent = true;
    import('../../data/search/film-search').then(
      ({ createFilmSearch }) => {
        const made = createFilmSearch(library.catalogue, library.effects.ratings);
        if (isCurrent) setSearch(() => (text: string) => made(text, FILMS).items);
      },
      // Without it there are screens and actions still.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [library]);
  return useMemo(() => {
    if (!library || !search || query.trim() === '') return [];
    const { catalogue } = library;
    return search(query).map(
      (item): Command => ({
        ...{ id: `film ${item}`, group: 'films', name: catalogue.title[item] },
        ...{ hint: filmLine(catalogue, item), to: filmAddress(catalogue, item) },
      }),
    );
  }, [library, search, query]);
}

interface CommandBoxProps {
  choose(command: Command): void;
  close(): void;
  addPerson(): void;
}

interface OptionProps {
  command: Command;
  /** Its place among all that is found. */
  index: number;
  id: string;
  marked: boolean;
  mark(index: number): void;
  choose(command: Command): void;
}

/** Something found. The focus stays in the field, which names what is marked and has its keys. */
function Option({ command, index, id, marked, mark, choose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's.
    <div
      id={id}
      data-at={index}
      className={styles.option}
      role="option"
      aria-selected={marked}
      onMouseMove={() => mark(index)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(command)}
    >
      <span>{command.name}</span>
      {command.hint && <span className={styles.hint}>{command.hint}</span>}
    </div>
  );
}

/** The field and what it finds: a combobox whose list is always open. */
export function CommandBox({ choose, close, addPerson }: CommandBoxProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const commands = useCommands(addPerson);
  const films = useFilms(query);
  const found = useMemo(() => [...matchCommands(commands, query), ...films], [commands, query, films]);
  const [marked, setMarked] = useState(0);
  // What was written last may find less.
  const at = Math.min(marked, found.length - 1);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setMarked((at + step + found.length) % found.length);
    else if (event.key === 'Enter' && found[at] && !event.repeat) choose(found[at]);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) close();
    else return;
    event.preventDefault();
  };
  const groups = [...new Set(found.map(({ group }) => group))];
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <>
      <TextInput
        className={styles.field}
        data-autofocus
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKey}
        leftSection={<Search size={18} aria-hidden />}
        placeholder={words.example}
        aria-label={words.field}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? optionId(at) : undefined}
      />
      <div className={styles.list} id={`${id}-list`} ref={list} role="listbox" aria-label={words.found}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups of options, and a fieldset is none.
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div className={styles.group} id={`${id}-${group}`} role="presentation">
              {GROUPS[group]}
            </div>
            {found.map(
              (command, index) =>
                command.group === group && (
                  <Option
                    key={command.id}
                    {...{ command, index }}
                    id={optionId(index)}
                    marked={index === at}
                    mark={setMarked}
                    choose={choose}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      <div className={styles.none} role="status">
        {found.length === 0 ? (
          words.foundNothing
        ) : (
          <span className="visually-hidden">{words.foundSo(found.length)}</span>
        )}
      </div>
    </>
  );
}
