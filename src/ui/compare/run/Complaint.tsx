import { Alert } from '@mantine/core';
import type { CompareRun } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/run';

/** Why a run could not be made, or ended early; nothing where it says nothing. */
export function Complaint({ run: { phase, message } }: { run: Pick<CompareRun, 'phase' | 'message'> }) {
  if (!message) return null;
  return (
    <Alert color="dislike" title={phase === 'refused' ? words.cannotBeRun : words.endedEarly}>
      {message}
    </Alert>
  );
}
