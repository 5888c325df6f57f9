import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { FileText, FolderOpen } from 'lucide-react';
import * as words from '../../words/en/import/files';
import { DropZone } from '../common/DropZone';
import { pickedFiles } from '../common/dropped-files';
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
function Chooser() {
  const { choose } = useImportActions();
  // Phones choose no folders.
  const hasFolders = 'webkitdirectory' in HTMLInputElement.prototype;
  return (
    <DropZone className={styles.drop} label={words.yourFiles} onDrop={choose}>
      <Group gap="xs">
        <FilePicker
          label={words.filesOfExport}
          attributes={{ accept: ACCEPT, multiple: true }}
          size="md"
          variant="filled"
          onPick={(files) => choose(pickedFiles(files))}
          icon={<FileText size={18} aria-hidden />}
        >
          {words.chooseFiles}
        </FilePicker>
        {hasFolders && (
          <FilePicker
            label={words.folderOfExport}
            attributes={{ webkitdirectory: '' }}
            size="md"
            onPick={(files) => choose(pickedFiles(files))}
            icon={<FolderOpen size={18} aria-hidden />}
          >
            {words.chooseFolder}
          </FilePicker>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {words.orDrop}
      </Text>
    </DropZone>
  );
}

/** The first step: files, and how they are had. */
export function ChooseFiles() {
  return (
    <Stack gap="md">
      <Refusals title={words.nothingRead} />
      <Chooser />
      <div>
        <Title order={2} size="h3" mb="xs">
          {words.whereFrom}
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
