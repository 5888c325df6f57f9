import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { FileArchive, FolderOpen } from 'lucide-react';
import { Suspense, use } from 'react';
import { useStore } from 'zustand';
import type { Keep, LearningState } from '../../state/catalogues/learning';
import type { LearnProgress } from '../../worker/learn/contract';
import { useApp } from '../common/app-context';
import { DropZone } from '../common/DropZone';
import { pickedFiles } from '../common/dropped-files';
import { FilePicker } from '../common/FilePicker';
import { accuracyWords, learnedWords, leftWords } from './learn-words';
import styles from './your-data.module.css';

interface LearnCatalogueProps {
  /** Takes over a finished catalogue pack; it is called while other screens are open, too. */
  onLearned: Keep;
}

/** Learns a catalogue from a MovieLens folder or zip file. */
export function LearnCatalogue({ onLearned }: LearnCatalogueProps) {
  return (
    <Suspense fallback={<Text c="dimmed">Loading…</Text>}>
      <Steps onLearned={onLearned} />
    </Suspense>
  );
}

function useLearning<T>(select: (state: LearningState) => T): T {
  return useStore(use(useApp().learning()), select);
}

function Steps({ onLearned }: LearnCatalogueProps) {
  const at = useLearning((state) => state.at);
  return (
    <Stack gap="md">
      {at.step === 'failed' && (
        <Alert color="dislike" title="No catalogue was learned" role="alert">
          {at.message} The catalogue in use stays in use.
        </Alert>
      )}
      {at.step === 'learned' && <Learned at={at} />}
      {at.step === 'learning' ? <Learning progress={at.progress} /> : <Choose onLearned={onLearned} />}
    </Stack>
  );
}

/** Where a folder or zip file is chosen or dropped. */
function Choose({ onLearned }: LearnCatalogueProps) {
  const choose = useLearning((state) => state.choose);
  // Phones choose no folders.
  const hasFolders = 'webkitdirectory' in HTMLInputElement.prototype;
  return (
    <DropZone
      className={styles.drop}
      label="A MovieLens folder or zip file"
      onDrop={(dropped) => choose(dropped, onLearned)}
    >
      <Stack gap="sm">
        <Group gap="xs">
          {hasFolders && (
            <FilePicker
              label="MovieLens folder"
              attributes={{ webkitdirectory: '' }}
              size="sm"
              onPick={(files) => choose(pickedFiles(files), onLearned)}
              icon={<FolderOpen size={16} aria-hidden />}
            >
              Choose a folder
            </FilePicker>
          )}
          <FilePicker
            label="MovieLens zip file"
            attributes={{ accept: '.zip,application/zip' }}
            size="sm"
            onPick={(files) => choose(pickedFiles(files), onLearned)}
            icon={<FileArchive size={16} aria-hidden />}
          >
            Choose a zip file
          </FilePicker>
        </Group>
        <Text size="sm" c="dimmed">
          Or drop it here. Nothing is uploaded: it is read and learned in this browser. That takes some
          minutes, longer for large editions; you can use the page meanwhile, as long as it stays open. The
          catalogue in use stays in use until the new one is finished and you choose it.
        </Text>
      </Stack>
    </DropZone>
  );
}

/** How far it has come, and how it is ended. */
function Learning({ progress: { doing, share, remainingMs } }: { progress: LearnProgress }) {
  const cancel = useLearning((state) => state.cancel);
  const percent = Math.round(100 * share);
  return (
    <section aria-label="Learning a catalogue">
      <Stack gap="sm">
        <Progress value={percent} size="lg" aria-label="Learning a catalogue" />
        <Group justify="space-between" wrap="nowrap">
          <Text className="tabular">
            {doing}, {percent} %{leftWords(remainingMs)}
          </Text>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          Go on rating meanwhile. Closing this page ends the learning; nothing else is lost by it.
        </Text>
      </Stack>
    </section>
  );
}

/** What was learned, and whether it is kept. */
function Learned({ at }: { at: Extract<LearningState['at'], { step: 'learned' }> }) {
  const keepAgain = useLearning((state) => state.keepAgain);
  const { manifest, notices, kept } = at;
  return (
    <section aria-label="The learned catalogue">
      <Stack gap="xs">
        <Text role="status">
          <strong>{manifest.name}</strong> is learned: {learnedWords(manifest)}
        </Text>
        <Text>{accuracyWords(manifest.accuracy)}</Text>
        {notices.map((notice) => (
          <Text key={notice} size="sm" c="dimmed">
            {notice}
          </Text>
        ))}
        {kept.state === 'keeping' && <Text>Keeping it in this browser…</Text>}
        {kept.state === 'kept' && <Text>It is kept in this browser.</Text>}
        {kept.state === 'lost' && (
          <Alert color="dislike" title="It is not kept yet" role="alert">
            <Stack gap="xs" align="start">
              <Text>{kept.message} The catalogue in use stays in use.</Text>
              <Button variant="default" onClick={keepAgain}>
                Try again
              </Button>
            </Stack>
          </Alert>
        )}
      </Stack>
    </section>
  );
}
