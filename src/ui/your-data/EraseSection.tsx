import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useKept } from '../common/app-context';
import { DataSection } from './DataSection';

/** Erases everything of everybody for good, after asking once more. */
export function EraseSection() {
  const app = useApp();
  const kept = useKept();
  const people = useStore(app.profiles, (state) => state.list);
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
  const everybody = people.length === 1 ? people[0].name : `${people.length} people`;
  return (
    <DataSection name="erase" title="Erase everything">
      <Text>
        Takes everything out of this browser: everybody’s ratings, models, moods, kept comparisons and films
        that you brought. It is then as at your first visit. Backup files that you saved stay where you put
        them.
      </Text>
      <Group>
        <Button variant="outline" color="dislike" onClick={() => setPhase('asking')}>
          Erase everything…
        </Button>
      </Group>
      <Modal opened={phase !== 'idle'} onClose={close} title="Erase everything for good?">
        <Stack>
          <Text>
            All that is kept of {everybody} goes. This cannot be undone, but by a backup file that you have.
          </Text>
          {problem && (
            <Text role="alert" c="dislike">
              {problem}
            </Text>
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={close} data-autofocus>
              Keep
            </Button>
            <Button color="dislike" loading={phase === 'erasing'} onClick={erase}>
              Erase everything
            </Button>
          </Group>
        </Stack>
      </Modal>
    </DataSection>
  );
}
