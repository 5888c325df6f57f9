import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { FileText, FolderOpen } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { filesOf, pickedFiles } from '../common/dropped-files';
import { FilePicker } from '../common/FilePicker';
import styles from './Import.module.css';
import { useImport, useImportActions } from './use-import';
import { HOW_TO } from './words';

const ACCEPT = '.csv,.tsv,.txt,.dat,.json,.zip,text/csv,application/json,application/zip';

/** Why nothing was read, or what of the files was not. */
export function Refusals({ title }: { title: string }) {
  const refusals = useImport((state) => state.refusals);
  if (refusals.length === 0) return null;
  return (
    <Alert color="dislike" title={title} role="alert">
      <ul className={styles.sentences}>
        {[...new Set(refusals)].map((refusal) => (
          <li key={refusal}>{refusal}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Where the files of an export are chosen or dropped. */
function DropZone() {
  const { choose } = useImportActions();
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    // Text and pictures of a page can be dragged, too.
    if (event.dataTransfer.types.includes('Files')) choose(await filesOf(event.dataTransfer));
  };
  // Phones choose no folders.
  const hasFolders = 'webkitdirectory' in HTMLInputElement.prototype;
  return (
    <section
      className={styles.drop}
      aria-label="Your files"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="xs">
        <FilePicker
          label="Files of an export"
          attributes={{ accept: ACCEPT, multiple: true }}
          size="md"
          variant="filled"
          onPick={(files) => choose(pickedFiles(files))}
          icon={<FileText size={18} aria-hidden />}
        >
          Choose files
        </FilePicker>
        {hasFolders && (
          <FilePicker
            label="Folder of an export"
            attributes={{ webkitdirectory: '' }}
            size="md"
            onPick={(files) => choose(pickedFiles(files))}
            icon={<FolderOpen size={18} aria-hidden />}
          >
            Choose a folder
          </FilePicker>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Or drop them here. They are read in this browser and sent nowhere. Before anything is added, you see
        what was found.
      </Text>
    </section>
  );
}

/** The first step: files, and how they are had. */
export function ChooseFiles() {
  return (
    <Stack gap="md">
      <Refusals title="Nothing could be read" />
      <DropZone />
      <div>
        <Title order={2} size="h3" mb="xs">
          Where your file comes from
        </Title>
        <dl className={styles.how}>
          {HOW_TO.map(({ site, how }) => (
            <div key={site}>
              <dt>{site}</dt>
              <dd>{how}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Stack>
  );
}
