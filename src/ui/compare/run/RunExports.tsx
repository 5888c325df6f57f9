import { toCsv, toJson } from '../../../state/compare/export';
import type { CompareRun } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/run';
import { SaveText } from '../../common/SaveText';

const LOOK = { size: 'compact-sm', variant: 'subtle' } as const;

/** A run as files. */
export function RunExports({ run }: { run: CompareRun }) {
  const name = `weightless-${run.settings.protocol}-${new Date(run.createdAt).toISOString().slice(0, 19).replaceAll(':', '')}`;
  return (
    <>
      <SaveText {...LOOK} text={() => toCsv([run])} type="text/csv" name={`${name}.csv`}>
        {words.csv}
      </SaveText>
      <SaveText {...LOOK} text={() => toJson(run)} type="application/json" name={`${name}.json`}>
        {words.json}
      </SaveText>
    </>
  );
}
