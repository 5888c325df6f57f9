import { Button, Text } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import * as words from '../../words/en/compare/screen';
import { useSeconds } from './use-seconds';

/**
 * Seconds of silence of a worker after which a person is told, while it measures and while it fits. Where a browser has no Web
 * Locks (worker/life), nobody can tell a worker that has ended from one that is busy: a fit answers nothing for a minute. So
 * nothing is claimed then, and the way on is offered.
 */
const TOLD_AFTER_S = { measuring: 10, fitting: 60 };

interface SilenceProps {
  /** Another text with everything that the worker says; null while it is expected to say nothing. */
  said: string | null;
  fitting: boolean;
  /** "End the worker" */
  label: string;
  onEnd: () => void;
}

/** How long a worker has said nothing, once that is long, and a way to be rid of it. */
export function Silence({ said, fitting, label, onEnd }: SilenceProps) {
  const seconds = useSeconds(said);
  if (seconds < (fitting ? TOLD_AFTER_S.fitting : TOLD_AFTER_S.measuring)) return null;
  return (
    <Text size="xs" c="dimmed">
      {words.silent(words.duration(1000 * seconds))}{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<RotateCcw size={12} aria-hidden />}
        onClick={onEnd}
      >
        {label}
      </Button>
    </Text>
  );
}
