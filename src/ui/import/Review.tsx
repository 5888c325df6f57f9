import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import type { ImportPreview } from '../../state/imports/preview';
import type { MatchedHistory } from '../../worker/import/contract';
import { useModel } from '../common/app-context';
import { Refusals } from './ChooseFiles';
import { FoundSections } from './FoundSections';
import type { FoundFilms } from './found';
import styles from './Import.module.css';
import { StepHeading } from './StepHeading';
import { Thresholds } from './Thresholds';
import { useImport, useImportActions } from './use-import';
import { answersInWords, count, leftInWords, SOURCE_NAMES } from './words';

/** "2,034 rows from Letterboxd: 1,812 films found, 14 to look at, 120 not here, 35 series left out." */
export function foundInWords(histories: readonly MatchedHistory[], films: FoundFilms): string {
  const rows = histories.reduce((sum, history) => sum + history.rows.length + history.refused.length, 0);
  const from = histories.map(({ source }) => SOURCE_NAMES[source]).join(' and ');
  const n = (list: readonly unknown[]) => list.length.toLocaleString('en');
  return [
    `${count(rows, 'row')} from ${from}: ${count(films.sure.length, 'film')} found`,
    ...(films.doubtful.length > 0 ? [`${n(films.doubtful)} to look at`] : []),
    ...(films.missing.length > 0 ? [`${n(films.missing)} not here`] : []),
    ...(films.series.length > 0 ? [`${n(films.series)} series or episodes left out`] : []),
  ].join(', ');
}

/** That some of it was taken back once, and whether it is to come again. */
function TakenBack({ preview }: { preview: ImportPreview }) {
  const again = useImport((state) => state.choices.again);
  const tookBack = useImport((state) => state.tookBack);
  const { set } = useImportActions();
  if (preview.takenBack === 0 && !again && tookBack === null) return null;
  return (
    <Alert color="gray" title={tookBack === null ? 'Taken back before' : 'Taken back'}>
      <Stack gap="xs">
        {tookBack !== null && <span>{count(tookBack, 'answer')} of this import left your ratings.</span>}
        {tookBack === null && preview.takenBack > 0 && (
          <span>
            {count(preview.takenBack, 'film')} of this file {preview.takenBack === 1 ? 'was' : 'were'}{' '}
            imported once and taken back, so {preview.takenBack === 1 ? 'it stays' : 'they stay'} out.
          </span>
        )}
        <Checkbox
          label="Add again what was taken back"
          checked={again}
          onChange={(event) => set({ again: event.currentTarget.checked })}
        />
      </Stack>
    </Alert>
  );
}

/** Adds, and says what stays as it is. */
function Adding({ preview }: { preview: ImportPreview }) {
  const { add, cancel } = useImportActions();
  const left = leftInWords(preview);
  const { films, known } = preview;
  return (
    <Stack gap="xs">
      {films === 0 && (
        <Text fw={600}>{known > 0 ? 'Nothing new: all of it stands here already.' : 'Nothing to add.'}</Text>
      )}
      {films > 0 && <Text className="tabular">{answersInWords(preview)}.</Text>}
      {left.length > 0 && (
        <ul className={styles.sentences}>
          {left.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <Group>
        <Button size="md" onClick={add} disabled={films === 0}>
          Add {count(films, 'film')}
        </Button>
        <Button size="md" variant="default" onClick={cancel}>
          Choose other files
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        One step: a single undo takes all of it back.
      </Text>
    </Stack>
  );
}

/** What was found, what becomes of it, and the button that adds it. */
export function Review({
  found,
  films,
  preview,
}: {
  found: readonly MatchedHistory[];
  films: FoundFilms;
  preview: ImportPreview;
}) {
  const { refresh } = useImportActions();
  const revision = useModel((state) => state.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared again whenever the log has changed
  useEffect(() => refresh(), [refresh, revision]);
  const hasWishes = found.some(({ rows }) => rows.some(({ kind }) => kind === 'wish'));
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <StepHeading>What was found</StepHeading>
        <Text className="tabular">{foundInWords(found, films)}.</Text>
        <Refusals title="Some files could not be read" />
        <TakenBack preview={preview} />
        <FoundSections films={films} histories={found} />
      </Stack>
      <Thresholds preview={preview} hasWishes={hasWishes} />
      <Adding preview={preview} />
    </Stack>
  );
}
