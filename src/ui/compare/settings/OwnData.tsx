import { Alert, Button, Checkbox, Group, Progress, Text } from '@mantine/core';
import { FolderOpen, Package } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { SCREEN } from '../../../data/read/caller';
import { isBusy, isRunning } from '../../../state/compare/compare-state';
import { useLibrary } from '../../common/app-context';
import { DropZone } from '../../common/DropZone';
import { type DroppedFiles, pickedFiles } from '../../common/dropped-files';
import { FilePicker } from '../../common/FilePicker';
import links from '../../common/links.module.css';
import { useCompare } from '../use-compare';
import styles from './OwnData.module.css';

/** How far reading has come, and how it is ended. */
function Reading({ stage }: { stage: { doing: string; share: number } }) {
  const { cancelReading } = useCompare(({ actions }) => actions);
  // A run that waits for the data has a Cancel of its own.
  const isAwaited = useCompare(isRunning);
  return (
    <Group gap={6} wrap="nowrap">
      <Progress value={100 * stage.share} size="sm" aria-label="Reading" flex={1} />
      {!isAwaited && (
        <Button size="compact-xs" variant="subtle" onClick={cancelReading}>
          Cancel reading
        </Button>
      )}
    </Group>
  );
}

/** What of the files was left out or read otherwise than it stands. */
function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <Alert color="gray" p="xs" title="Read, but for this">
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** What is measured on now, how far reading has come, or why it was refused. */
function DataFacts() {
  const { source, ratings } = useLibrary();
  const data = useCompare((state) => state.data);
  const notices = data.phase === 'ready' ? (data.facts.notices ?? []) : [];
  return (
    <>
      <Text size="sm" className="tabular" data-testid="data-facts">
        {data.phase === 'ready'
          ? `${data.facts.name}: ${data.facts.films.toLocaleString('en')} films, ${data.facts.ratings.toLocaleString('en')} ratings by ${data.facts.users.toLocaleString('en')} users.`
          : data.phase === 'reading'
            ? `${data.stage.doing} …`
            : source.kind === 'pack' && ratings.count > 0
              ? `${source.about.name} (the films in use).`
              : 'MovieLens latest-small (bundled).'}
      </Text>
      {source.kind === 'pack' && ratings.count === 0 && (
        <Text size="xs" c="dimmed">
          The films in use came without ratings, so systems are compared on the bundled ones.
        </Text>
      )}
      {data.phase === 'reading' && <Reading stage={data.stage} />}
      {notices.length > 0 && <Notices notices={notices} />}
      {data.phase === 'refused' && (
        <Alert color="dislike" p="xs" title="These data were refused">
          {data.message}
          {data.message.includes(SCREEN.importOwn) && (
            <div>
              <Link href="/your-data/import" className={links.quiet}>
                Bring in your own ratings
              </Link>
            </div>
          )}
        </Alert>
      )}
    </>
  );
}

/** Which ratings are measured on: those of the films in use, the bundled ones, or a MovieLens folder or zip that never leaves this device. */
export function OwnData() {
  const data = useCompare((state) => state.data);
  const busy = useCompare(isBusy);
  const { readFiles, useBundled, useFilmsInUse } = useCompare(({ actions }) => actions);
  const { source, ratings } = useLibrary();
  const ownUnused = source.kind === 'pack' && ratings.count > 0 && data.phase === 'ready' && !data.facts.own;
  const [skipSingleRatings, setSkip] = useState(false);
  const read = ({ files, paths }: DroppedFiles) => {
    readFiles(files, { paths, skipSingleRatings });
  };
  return (
    <DropZone className={styles.data} label="Data" busy={busy} onDrop={read}>
      <p className="eyebrow">Data</p>
      <DataFacts />
      <Text size="xs" c="dimmed">
        Or drop a MovieLens folder or zip here (up to ML-1M). It is read in this browser and sent nowhere.
      </Text>
      <Group gap={6}>
        <FilePicker
          label="MovieLens folder"
          attributes={{ webkitdirectory: '' }}
          disabled={busy}
          onPick={(files) => read(pickedFiles(files))}
          icon={<FolderOpen size={14} aria-hidden />}
        >
          Folder
        </FilePicker>
        <FilePicker
          label="MovieLens zip file"
          attributes={{ accept: '.zip,application/zip' }}
          disabled={busy}
          onPick={(files) => read(pickedFiles(files))}
          icon={<Package size={14} aria-hidden />}
        >
          Zip file
        </FilePicker>
        {(data.phase === 'refused' || (data.phase === 'ready' && data.facts.own)) && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={useBundled}>
            Bundled data
          </Button>
        )}
        {ownUnused && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={useFilmsInUse}>
            Films in use
          </Button>
        )}
      </Group>
      <Checkbox
        size="sm"
        checked={skipSingleRatings}
        label="Leave out users with a single rating"
        onChange={(event) => setSkip(event.currentTarget.checked)}
      />
    </DropZone>
  );
}
