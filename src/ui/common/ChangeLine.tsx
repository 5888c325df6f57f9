import { Text } from '@mantine/core';
import { wordsOf } from '../../state/change';
import { useLibrary, useModel } from './app-context';

interface ChangeLineProps {
  /** Said before the first click. */
  idle: string;
  /** A film whose place must not be told yet, because it is being judged. */
  hidden?: number | null;
}

/** One short line: what the last click changed, and why. Read out politely. */
export function ChangeLine({ idle, hidden = null }: ChangeLineProps) {
  const change = useModel((state) => state.lastChange);
  const { catalogue } = useLibrary();
  if (!change) {
    return (
      <Text className="change-line" role="status" c="dimmed">
        {idle}
      </Text>
    );
  }
  const { did, effect, shared } = wordsOf(change, catalogue);
  const told = change.because?.mover.item === hidden ? null : effect;
  return (
    <Text className="change-line" role="status">
      <strong>{did}.</strong> {told && `${told}.`} {told && shared && `Both: ${shared}.`}
    </Text>
  );
}
