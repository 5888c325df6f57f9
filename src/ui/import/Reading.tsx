import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { ImportProgress } from '../../worker/import/contract';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';
import { count } from './words';

/** Share of the bar that reading takes; the rest is finding films. */
const READING = 0.1;

function wordsOf({ rows, ofRows }: ImportProgress): string {
  if (ofRows === undefined) return rows === 0 ? 'Opening the files' : `Read ${count(rows, 'row')}`;
  return `Looked up ${rows.toLocaleString('en')} of ${count(ofRows, 'row')}`;
}

/** How far reading has come, and how it is ended. */
export function Reading({ progress }: { progress: ImportProgress }) {
  const { cancel } = useImportActions();
  const { rows, ofRows } = progress;
  const share = ofRows === undefined ? READING / 2 : READING + (1 - READING) * (rows / Math.max(1, ofRows));
  return (
    <Stack gap="sm">
      <StepHeading>Reading your files</StepHeading>
      <Progress value={Math.round(100 * share)} size="lg" aria-label="Reading your files" />
      <Group justify="space-between">
        <Text className="tabular">{wordsOf(progress)}</Text>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
