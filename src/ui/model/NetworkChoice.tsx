import { SegmentedControl, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { NetworkName } from '../../state/platform/network-choice';
import * as words from '../../words/en/model/choice';
import { useApp, useKept } from '../common/app-context';
import { ModelSection } from './ModelSection';

const CHOICES: { value: NetworkName; label: string }[] = [
  { value: 'hybrid', label: words.hybrid },
  { value: 'wnn', label: words.factsAlone },
];

/** What the shared part of the network may know of films; what the person said is learned anew under either. */
export function NetworkChoice() {
  const app = useApp();
  const kept = useKept();
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
    <ModelSection name="knows" title={words.title}>
      <Text>{words.about}</Text>
      {kept ? (
        <SegmentedControl
          data={CHOICES}
          value={chosen ?? 'hybrid'}
          disabled={chosen === null}
          aria-label={words.choice}
          onChange={(value) => choose(value as NetworkName)}
        />
      ) : (
        <Text>{words.notHere}</Text>
      )}
      {failure && (
        <Text role="alert" c="red">
          {failure}
        </Text>
      )}
    </ModelSection>
  );
}
