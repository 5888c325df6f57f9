import { Kbd, TextInput, type TextInputProps } from '@mantine/core';
import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import * as words from '../../../words/en/common/search';
import { useShortcuts } from '../presses';
import styles from './SearchField.module.css';

interface SearchFieldProps extends TextInputProps {
  ref: RefObject<HTMLInputElement | null>;
}

/** The field of the search by title; "/" leads to it from anywhere on the screen. */
export function SearchField({ ref, ...field }: SearchFieldProps) {
  useShortcuts({ '/': () => ref.current?.focus() });
  return (
    <TextInput
      type="search"
      aria-label={words.find}
      placeholder={words.find}
      leftSection={<Search size={18} aria-hidden />}
      rightSection={<Kbd className={styles.key}>/</Kbd>}
      {...field}
      ref={ref}
    />
  );
}
