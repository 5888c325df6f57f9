import { Text } from '@mantine/core';
import { wordsOf } from '../../state/change';
import { useLibrary, useModel } from './app-context';

interface ChangeLineProps {
  /** Said before the first click. */
  idle: string;
  /** Films whose places must not be told yet, because they are being judged, now or next. */
  hidden?: readonly number[];
}

/** One short line: what the last click changed, and why. Read out politely. */
export function ChangeLine({ idle, hidden }: ChangeLineProps) {
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
  const mover = change.because?.mover.item;
  const told = mover !== undefined && hidden?.includes(mover) ? null : effect;
  return (
    <Text className="change-line" role="status">
      <strong>{did}.</strong> {told && `${told}.`} {told && shared && `Both: ${shared}.`}
    </Text>
  );
}
