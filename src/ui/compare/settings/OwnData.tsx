import { Alert, Button, Checkbox, Group, Progress, Text } from '@mantine/core';
import { FolderOpen, Package } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { SCREEN } from '../../../data/read/caller';
import { isBusy, isRunning } from '../../../state/compare/compare-state';
import * as words from '../../../words/en/compare/own-data';
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
      <Progress value={100 * stage.share} size="sm" aria-label={words.reading} flex={1} />
      {!isAwaited && (
        <Button size="compact-xs" variant="subtle" onClick={cancelReading}>
          {words.cancelReading}
        </Button>
      )}
    </Group>
  );
}

/** What of the files was left out or read otherwise than it stands. */
function Notices({ notices }: { notices: readonly string[] }) {
  return (
    <Alert color="gray" p="xs" title={words.readButForThis}>
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
          ? words.facts(data.facts.name, data.facts.films, data.facts.ratings, data.facts.users)
          : data.phase === 'reading'
            ? words.underWay(data.stage.doing)
            : source.kind === 'pack' && ratings.count > 0
              ? words.filmsInUseAre(source.about.name)
              : words.bundledAre}
      </Text>
      {source.kind === 'pack' && ratings.count === 0 && (
        <Text size="xs" c="dimmed">
          {words.withoutRatings}
        </Text>
      )}
      {data.phase === 'reading' && <Reading stage={data.stage} />}
      {notices.length > 0 && <Notices notices={notices} />}
      {data.phase === 'refused' && (
        <Alert color="dislike" p="xs" title={words.refused}>
          {data.message}
          {data.message.includes(SCREEN.importOwn) && (
            <div>
              <Link href="/your-data/import" className={links.quiet}>
                {words.bringInYourOwn}
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
    <DropZone className={styles.data} label={words.data} busy={busy} onDrop={read}>
      <p className="eyebrow">{words.data}</p>
      <DataFacts />
      <Text size="xs" c="dimmed">
        {words.dropHere}
      </Text>
      <Group gap={6}>
        <FilePicker
          label={words.movieLensFolder}
          attributes={{ webkitdirectory: '' }}
          disabled={busy}
          onPick={(files) => read(pickedFiles(files))}
          icon={<FolderOpen size={14} aria-hidden />}
        >
          {words.folder}
        </FilePicker>
        <FilePicker
          label={words.movieLensZip}
          attributes={{ accept: '.zip,application/zip' }}
          disabled={busy}
          onPick={(files) => read(pickedFiles(files))}
          icon={<Package size={14} aria-hidden />}
        >
          {words.zipFile}
        </FilePicker>
        {(data.phase === 'refused' || (data.phase === 'ready' && data.facts.own)) && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={useBundled}>
            {words.bundledData}
          </Button>
        )}
        {ownUnused && (
          <Button size="compact-sm" variant="subtle" disabled={busy} onClick={useFilmsInUse}>
            {words.filmsInUse}
          </Button>
        )}
      </Group>
      <Checkbox
        size="sm"
        checked={skipSingleRatings}
        label={words.leaveOutSingle}
        onChange={(event) => setSkip(event.currentTarget.checked)}
      />
    </DropZone>
  );
}
