import { type ReactNode, useState } from 'react';
import { type DroppedFiles, filesOf } from './dropped-files';

interface DropZoneProps {
  /** Named for a screen reader. */
  label: string;
  /** Its look; marked `data-over` while files are held above it. */
  className?: string;
  /** While set, what is dropped is not taken. */
  busy?: boolean;
  onDrop(dropped: DroppedFiles): void;
  /** Among them a button: not everybody can drop a file. */
  children: ReactNode;
}

/** A place of the page where files and folders can be dropped. */
export function DropZone({ label, className, busy = false, onDrop, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      className={className}
      aria-label={label}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        event.preventDefault();
        setOver(false);
        // Text and pictures of a page can be dragged, too.
        if (busy || !event.dataTransfer.types.includes('Files')) return;
        onDrop(await filesOf(event.dataTransfer));
      }}
    >
      {children}
    </section>
  );
}
