import { NativeSelect } from '@mantine/core';
import { useStore } from 'zustand';
import * as words from '../../words/en/moods/filing';
import { useApp } from '../common/app-context';
import styles from './FilingSelect.module.css';

/** Where clicks are filed from now on; nothing at all while there are no moods. */
export function FilingSelect({ className }: { /** Where it stands among others. */ className: string }) {
  const { moods } = useApp();
  const { list, filing, fileUnder } = useStore(moods);
  if (list.length === 0) return null;
  return (
    <NativeSelect
      className={`${styles.filing} ${className}`}
      size="xs"
      label={words.fileUnder}
      value={filing ?? ''}
      onChange={(event) => fileUnder(event.currentTarget.value || null)}
      data={[{ value: '', label: words.noMood }, ...list.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
