import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { FileArchive, FolderOpen } from 'lucide-react';
import { type ReactNode, Suspense, use } from 'react';
import { useStore } from 'zustand';
import type { Keep, LearningState } from '../../state/catalogues/learning';
import * as words from '../../words/en/your-data/learn';
import type { LearnProgress } from '../../worker/learn/contract';
import { useApp } from '../common/app-context';
import { DropZone } from '../common/DropZone';
import { pickedFiles } from '../common/dropped-files';
import { FilePicker } from '../common/FilePicker';
import { sentence } from '../common/sentence';
import { accuracyWords, learnedWords, leftWords } from './learn-words';
import styles from './your-data.module.css';

interface LearnCatalogueProps {
  /** Takes over a finished catalogue pack; it is called while other screens are open, too. */
  onLearned: Keep;
  /** What can be done with a catalogue once it is kept. @param id of the kept catalogue */
  onceKept(id: string): ReactNode;
  /** Whether nothing more is to be said of a catalogue that was kept: it is in use, or removed. */
  isOver(id: string): boolean;
}

/** Learns a catalogue from a MovieLens folder or zip file. */
export function LearnCatalogue(props: LearnCatalogueProps) {
  return (
    <Suspense fallback={<Text c="dimmed">{words.loading}</Text>}>
      <Steps {...props} />
    </Suspense>
  );
}

function useLearning<T>(select: (state: LearningState) => T): T {
  return useStore(use(useApp().learning()), select);
}

function Steps({ onLearned, onceKept, isOver }: LearnCatalogueProps) {
  const at = useLearning((state) => state.at);
  const isTold = at.step === 'learned' && !(at.kept.state === 'kept' && isOver(at.kept.id));
  return (
    <Stack gap="md">
      {at.step === 'failed' && (
        <Alert color="dislike" title={words.notLearned} role="alert">
          {at.message} {words.staysInUse}
        </Alert>
      )}
      {isTold && <Learned at={at} onceKept={onceKept} />}
      {at.step === 'learning' ? <Learning progress={at.progress} /> : <Choose onLearned={onLearned} />}
    </Stack>
  );
}

/** Where a folder or zip file is chosen or dropped. */
function Choose({ onLearned }: Pick<LearnCatalogueProps, 'onLearned'>) {
  const choose = useLearning((state) => state.choose);
  // Phones choose no folders.
  const hasFolders = 'webkitdirectory' in HTMLInputElement.prototype;
  return (
    <DropZone
      className={styles.drop}
      label={words.folderOrZip}
      onDrop={(dropped) => choose(dropped, onLearned)}
    >
      <Stack gap="sm">
        <Group gap="xs">
          {hasFolders && (
            <FilePicker
              label={words.folder}
              attributes={{ webkitdirectory: '' }}
              size="sm"
              onPick={(files) => choose(pickedFiles(files), onLearned)}
              icon={<FolderOpen size={16} aria-hidden />}
            >
              {words.chooseFolder}
            </FilePicker>
          )}
          <FilePicker
            label={words.zip}
            attributes={{ accept: '.zip,application/zip' }}
            size="sm"
            onPick={(files) => choose(pickedFiles(files), onLearned)}
            icon={<FileArchive size={16} aria-hidden />}
          >
            {words.chooseZip}
          </FilePicker>
        </Group>
        <Text size="sm" c="dimmed">
          {words.orDrop}
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
    <section aria-label={words.learning}>
      <Stack gap="sm">
        <Progress value={percent} size="lg" aria-label={words.learning} />
        <Group justify="space-between" wrap="nowrap">
          <Text className="tabular">{words.progress(doing, percent, leftWords(remainingMs))}</Text>
          <Button variant="default" flex="none" onClick={cancel}>
            {words.cancel}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {words.goOn}
        </Text>
      </Stack>
    </section>
  );
}

interface LearnedProps extends Pick<LearnCatalogueProps, 'onceKept'> {
  at: Extract<LearningState['at'], { step: 'learned' }>;
}

/** What was learned, and whether it is kept. */
function Learned({ at, onceKept }: LearnedProps) {
  const keepAgain = useLearning((state) => state.keepAgain);
  const { manifest, notices, kept } = at;
  return (
    <section aria-label={words.learned}>
      <Stack gap="xs">
        <Text role="status">
          {sentence(words.isLearned(<strong>{manifest.name}</strong>, learnedWords(manifest)))}
        </Text>
        <Text>{accuracyWords(manifest.accuracy)}</Text>
        {notices.map((notice) => (
          <Text key={notice} size="sm" c="dimmed">
            {notice}
          </Text>
        ))}
        {kept.state === 'kept' && onceKept(kept.id)}
        {kept.state === 'lost' && (
          <Alert color="dislike" title={words.notKept} role="alert">
            <Stack gap="xs" align="start">
              <Text>
                {kept.message} {words.staysInUse}
              </Text>
              <Button variant="default" onClick={keepAgain}>
                {words.tryAgain}
              </Button>
            </Stack>
          </Alert>
        )}
      </Stack>
    </section>
  );
}
