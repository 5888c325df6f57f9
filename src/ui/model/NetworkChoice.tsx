import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { NetworkName } from '../../state/platform/network-choice';
import { useApp } from '../common/app-context';
import { ModelSection } from './ModelSection';

const CHOICES: { value: NetworkName; label: string }[] = [
  { value: 'hybrid', label: 'Facts, and what others like' },
  { value: 'wnn', label: 'Facts alone' },
];

/** What the shared part of the network may know of films; what the person said is learned anew under either. */
export function NetworkChoice() {
  const app = useApp();
  const [chosen, setChosen] = useState<NetworkName | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    app.network.inUse().then(setChosen);
  }, [app]);

  const choose = async (network: NetworkName) => {
    await app.settled();
    const problem = await app.network.choose(network);
    setFailure(problem);
    if (problem === null) window.location.reload();
  };
  return (
    <ModelSection name="knows" title="What it may know of films">
      <Text>
        Facts are genres, years, lengths and the like. What others like comes from MovieLens ratings, and
        makes better lists. Your own answers stay as they are: the model learns them again, which takes a
        moment.
      </Text>
      <SegmentedControl
        data={CHOICES}
        value={chosen ?? 'hybrid'}
        disabled={chosen === null}
        aria-label="What the network may know of films"
        onChange={(value) => choose(value as NetworkName)}
      />
      {failure && (
        <Text role="alert" c="red">
          {failure}
        </Text>
      )}
    </ModelSection>
  );
}
