import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import * as words from '../../words/en/your-data/screen';
import { useApp, useKept } from '../common/app-context';
import { isNamed } from '../people/named';
import { DataSection } from './DataSection';

/** Erases everything of everybody for good, after asking once more. */
export function EraseSection() {
  const app = useApp();
  const kept = useKept();
  const people = useStore(app.profiles, (state) => state.list);
  const only = people.length === 1 ? people[0].name : null;
  const [phase, setPhase] = useState<'idle' | 'asking' | 'erasing'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const erase = async () => {
    setPhase('erasing');
    // A catalogue that is being learned would be kept afterwards.
    await app.learning().then(
      (learning) => learning.getState().cancel(),
      () => {},
    );
    const failure = await (await app.backup()).eraseEverything();
    setProblem(failure);
    if (failure !== null) return setPhase('asking');
    window.location.hash = '#/rate';
    // Nothing that a screen still holds is to be seen again.
    if (kept) window.location.reload();
  };
  const close = () => setPhase('idle');
  return (
    <DataSection name="erase" title={words.erase}>
      <Text>{words.eraseAbout}</Text>
      <Group>
        <Button variant="outline" color="dislike" onClick={() => setPhase('asking')}>
          {words.eraseAsking}
        </Button>
      </Group>
      <Modal opened={phase !== 'idle'} onClose={close} title={words.eraseQuestion}>
        <Stack>
          <Text>{words.eraseLoses(people.length, only && isNamed(only) ? only : null)}</Text>
          {problem && (
            <Text role="alert" c="dislike">
              {problem}
            </Text>
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              {words.keep}
            </Button>
            <Button color="dislike" loading={phase === 'erasing'} onClick={erase}>
              {words.erase}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </DataSection>
  );
}
