import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type ComponentType, lazy, type RefObject, Suspense, useRef } from 'react';
import { useReadyLibrary } from '../common/app-context';
import type { LateSearchProps } from './LateSearch';

/** What was written before the search was there, and whether it is being written still. */
export interface Typed {
  text: string;
  focused: boolean;
}

/** The search needs the films, and comes with them. */

const LateSearch = lazy(
  async (): Promise<{ default: ComponentType<LateSearchProps> }> => ({
    default: (await import('./LateSearch')).LateSearch,
  }),
);

/** Finds any film by title and puts it up to be judged; what is written before the search is there is not lost. */
export function FilmSearch({ onFound }: { onFound: (item: number) => void }) {
  const ready = useReadyLibrary() !== null;
  const typed = useRef<Typed>({ text: '', focused: false });
  const box = <SearchBox typed={typed} />;
  return ready ? (
    <Suspense fallback={box}>
      <LateSearch onFound={onFound} typed={typed} />
    </Suspense>
  ) : (
    box
  );
}

function SearchBox({ typed }: { typed: RefObject<Typed> }) {
  return (
    <TextInput
      type="search"
      aria-label="Find a film by title"
      placeholder="Find a film by title"
      leftSection={<Search size={18} aria-hidden />}
      defaultValue={typed.current.text}
      autoFocus={typed.current.focused}
      onChange={(event) => {
        typed.current.text = event.currentTarget.value;
      }}
      onFocus={() => {
        typed.current.focused = true;
      }}
      onBlur={() => {
        typed.current.focused = false;
      }}
    />
  );
}
