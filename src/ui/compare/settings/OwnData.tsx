import { Alert, Button, Checkbox, Group, Progress, Text } from '@mantine/core';
import { FolderOpen, Package } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { isBusy } from '../../../state/compare/compare-store';
import { useCompare } from '../use-compare';
import { filesOf } from './dropped-files';
import styles from './OwnData.module.css';

/** Which ratings are measured on: the bundled ones, or a MovieLens folder or zip that never leaves this device. */
export function OwnData() {
  const data = useCompare((state) => state.data);
  const busy = useCompare(isBusy);
  const { readFiles, useBundled } = useCompare(({ actions }) => actions);
  const [skipSingleRatings, setSkip] = useState(false);
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const read = (files: File[]) => {
    if (files.length > 0) readFiles(files, { skipSingleRatings });
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) read(await filesOf(event.dataTransfer));
  };
  const picker = (ref: typeof folder, extra: object, label: string) => (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      {...extra}
      onChange={(event) => {
        read([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <section
      className={styles.data}
      aria-label="Data"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="eyebrow">Data</p>
      <Text size="sm" className="tabular" data-testid="data-facts">
        {data.phase === 'ready'
          ? `${data.facts.name}: ${data.facts.films.toLocaleString('en')} films, ${data.facts.ratings.toLocaleString('en')} ratings by ${data.facts.users.toLocaleString('en')} users.`
          : data.phase === 'reading'
            ? `${data.stage.doing} …`
            : 'MovieLens latest-small (bundled).'}
      </Text>
      {data.phase === 'reading' && <Progress value={100 * data.stage.share} size="sm" aria-label="Reading" />}
      {data.phase === 'refused' && (
        <Alert color="dislike" p="xs" title="These data were refused">
          {data.message}
        </Alert>
      )}
      <Text size="xs" c="dimmed">
        Or drop a MovieLens folder or zip here (up to ML-1M). It is read in this browser and sent nowhere.
      </Text>
      <Group gap={6}>
        {picker(folder, { webkitdirectory: '' }, 'MovieLens folder')}
        {picker(zip, { accept: '.zip,application/zip' }, 'MovieLens zip file')}
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          leftSection={<FolderOpen size={14} aria-hidden />}
          onClick={() => folder.current?.click()}
        >
          Folder
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          leftSection={<Package size={14} aria-hidden />}
          onClick={() => zip.current?.click()}
        >
          Zip file
        </Button>
        {(data.phase === 'refused' || (data.phase === 'ready' && data.facts.own)) && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={useBundled}>
            Bundled data
          </Button>
        )}
      </Group>
      <Checkbox
        size="xs"
        checked={skipSingleRatings}
        label="Leave out users with a single rating"
        onChange={(event) => setSkip(event.currentTarget.checked)}
      />
    </section>
  );
}
