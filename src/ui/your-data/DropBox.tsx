import { Button, FileButton, Group, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './your-data.module.css';

interface DropBoxProps {
  /** Whether a file is being read. */
  reading: boolean;
  /** Kinds of files, as an input's `accept`. */
  accept: string;
  onFile: (file: File) => void;
  /** What the button says. */
  children: ReactNode;
}

/** Where a file is chosen or dropped. */
export function DropBox({ reading, accept, onFile, children }: DropBoxProps) {
  const [over, setOver] = useState(false);
  const reset = useRef<() => void>(null);
  const take = (file: File | null | undefined) => {
    if (file) onFile(file);
    // The same file can be chosen again.
    reset.current?.();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!reading) take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Whoever cannot drop a file presses the button in it.
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="sm">
        <FileButton resetRef={reset} accept={accept} onChange={take}>
          {(props) => (
            <Button {...props} variant="default" loading={reading}>
              {children}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" visibleFrom="sm">
          or drop it here
        </Text>
      </Group>
    </div>
  );
}
