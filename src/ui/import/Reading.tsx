import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import * as words from '../../words/en/import/files';
import type { ImportProgress } from '../../worker/import/contract';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';

/** Share of the bar that reading takes; the rest is finding films. */
const READING = 0.1;

function wordsOf({ rows, ofRows }: ImportProgress): string {
  if (ofRows === undefined) return rows === 0 ? words.opening : words.rowsRead(rows);
  return words.rowsLookedUp(rows, ofRows);
}

/** How far reading has come, and how it is ended. */
export function Reading({ progress }: { progress: ImportProgress }) {
  const { cancel } = useImportActions();
  const { rows, ofRows } = progress;
  const share = ofRows === undefined ? READING / 2 : READING + (1 - READING) * (rows / Math.max(1, ofRows));
  return (
    <Stack gap="sm">
      <StepHeading>{words.reading}</StepHeading>
      <Progress value={Math.round(100 * share)} size="lg" aria-label={words.reading} />
      <Group justify="space-between">
        <Text className="tabular">{wordsOf(progress)}</Text>
        <Button variant="default" onClick={cancel}>
          {words.cancel}
        </Button>
      </Group>
    </Stack>
  );
}
