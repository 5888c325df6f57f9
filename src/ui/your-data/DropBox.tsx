import { Button, FileButton, Group, Text } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import * as words from '../../words/en/your-data/screen';
import { DropZone } from '../common/DropZone';
import styles from './your-data.module.css';

interface DropBoxProps {
  /** Named for a screen reader. */
  label: string;
  /** Whether a file is being read. */
  reading: boolean;
  /** Kinds of files, as an input's `accept`. */
  accept: string;
  onFile: (file: File) => void;
  /** What the button says. */
  children: ReactNode;
}

/** Where a file is chosen or dropped. */
export function DropBox({ label, reading, accept, onFile, children }: DropBoxProps) {
  const reset = useRef<() => void>(null);
  const take = (file: File | null | undefined) => {
    if (file) onFile(file);
    // The same file can be chosen again.
    reset.current?.();
  };
  return (
    <DropZone className={styles.drop} label={label} busy={reading} onDrop={({ files }) => take(files[0])}>
      <Group gap="sm">
        <FileButton resetRef={reset} accept={accept} onChange={take}>
          {(props) => (
            <Button {...props} variant="default" loading={reading}>
              {children}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {words.orDrop}
        </Text>
      </Group>
    </DropZone>
  );
}
