import { Button } from '@mantine/core';
import { toCsv, toJson } from '../../../state/compare/export';
import type { CompareRun } from '../../../state/compare/run';
import { saveFile } from '../charts/save-chart';

/** A run as files. */
export function RunExports({ run }: { run: CompareRun }) {
  const name = `weightless-${run.settings.protocol}-${new Date(run.createdAt).toISOString().slice(0, 19).replaceAll(':', '')}`;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => saveFile(toCsv([run]), 'text/csv', `${name}.csv`)}
      >
        CSV
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => saveFile(toJson(run), 'application/json', `${name}.json`)}
      >
        JSON
      </Button>
    </>
  );
}
