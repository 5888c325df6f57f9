import { type ComponentType, useEffect, useRef, useState } from 'react';
import * as words from '../../words/en/rate/answers';
import { useReadyLibrary } from '../common/app-context';
import { SearchField } from '../common/search/SearchField';
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
  const input = useRef<HTMLInputElement>(null);
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
    <SearchField
      ref={input}
      error={failed && words.searchNotLoaded}
      value={text}
      onChange={(event) => {
        load();
        setText(event.currentTarget.value);
      }}
      onFocus={() => {
        load();
        setFocused(true);
      }}
      onBlur={() => setFocused(false)}
    />
  );
}
