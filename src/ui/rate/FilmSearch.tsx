import { Kbd, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useReadyLibrary } from '../common/app-context';
import { useShortcuts } from '../common/presses';
import styles from '../common/TitleSearch.module.css';
import type { LateSearchProps } from './LateSearch';

/**
 * Finds any film by title and puts it up to be judged. The search is put together when it is first used, since it is large and
 * needs the films; what is written before stays.
 */
export function FilmSearch({ onFound }: { onFound: (item: number) => void }) {
  const ready = useReadyLibrary() !== null;
  const [LateSearch, setSearch] = useState<ComponentType<LateSearchProps> | null>(null);
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(false);
  const [failed, setFailed] = useState(false);
  const isThere = ready && LateSearch !== null;
  // What was written is the search's own from then on, also when it is put together anew for somebody else.
  useEffect(() => {
    if (!isThere) return;
    setText('');
    setFocused(false);
  }, [isThere]);
  if (ready && LateSearch) return <LateSearch onFound={onFound} begun={text} focused={focused} />;
  const load = () => {
    setFailed(false);
    import('./LateSearch').then(
      (code) => setSearch(() => code.LateSearch),
      () => setFailed(true),
    );
  };
  return (
    <SearchBox
      text={text}
      failed={failed}
      onText={(written) => {
        load();
        setText(written);
      }}
      onFocus={() => {
        load();
        setFocused(true);
      }}
      onBlur={() => setFocused(false)}
    />
  );
}

interface SearchBoxProps {
  text: string;
  failed: boolean;
  onText(text: string): void;
  onFocus(): void;
  onBlur(): void;
}

/** The field alone, as the search has it. */
function SearchBox({ text, failed, onText, onFocus, onBlur }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label="Find a film by title"
      placeholder="Find a film by title"
      leftSection={<Search size={18} aria-hidden />}
      rightSection={<Kbd className={styles.key}>/</Kbd>}
      error={failed && 'The search could not be loaded. Check the connection, then type on.'}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}
