import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { Mood } from '../../state/log/moods';
import { refusedErasure } from '../../state/log/refused-erasure';
import * as words from '../../words/en/moods/dialog';
import { useApp, useModel } from '../common/app-context';
import { NameInput } from '../common/names/NameInput';

interface MoodDialogProps {
  onClose: () => void;
}

/** Names of moods: add, rename, remove. */
export function MoodDialog({ onClose }: MoodDialogProps) {
  const { list } = useStore(useApp().moods);
  const [removing, setRemoving] = useState<Mood | null>(null);
  return (
    <Modal opened onClose={onClose} title={removing ? words.removeTitle(removing.name) : words.title}>
      {removing ? (
        <RemoveMood mood={removing} onDone={() => setRemoving(null)} />
      ) : (
        <Stack>
          <Text size="sm">{words.about}</Text>
          {list.map((mood) => (
            <EditMood key={mood.id} mood={mood} onRemove={() => setRemoving(mood)} />
          ))}
          <AddMood first={list.length === 0} />
        </Stack>
      )}
    </Modal>
  );
}

function EditMood({ mood, onRemove }: { mood: Mood; onRemove: () => void }) {
  const { moods } = useApp();
  const [name, setName] = useState(mood.name);
  const [error, setError] = useState<string | null>(null);
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    setError(name === mood.name ? null : await moods.getState().rename(mood.id, name));
  };
  return (
    <form onSubmit={save}>
      <Group gap="xs" align="start" wrap="nowrap">
        <NameInput
          style={{ flex: 1 }}
          aria-label={words.nameOf(mood.name)}
          value={name}
          change={setName}
          error={error}
        />
        {name !== mood.name && <Button type="submit">{words.rename}</Button>}
        <Tooltip label={words.remove}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size={36}
            aria-label={words.removeMood(mood.name)}
            onClick={onRemove}
          >
            <Trash2 size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </form>
  );
}

function AddMood({ first }: { first: boolean }) {
  const { moods } = useApp();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const problem = await moods.getState().create(name);
    setError(problem);
    if (problem === null) setName('');
  };
  return (
    <form onSubmit={add}>
      <Group gap="xs" align="end" wrap="nowrap">
        <NameInput
          style={{ flex: 1 }}
          label={first ? words.nameOfFirst : words.another}
          placeholder={words.example}
          value={name}
          change={setName}
          error={error}
          data-autofocus
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}

function RemoveMood({ mood, onDone }: { mood: Mood; onDone: () => void }) {
  const { moods, model } = useApp();
  const filed = useModel(
    (state) => state.judgements.filter((judgement) => judgement.mood === mood.id).length,
  );
  const [error, setError] = useState<string | null>(null);
  const finish = async (problem: string | null) => {
    const problemNow = problem ?? (await moods.getState().remove(mood.id));
    setError(problemNow);
    if (problemNow === null) onDone();
  };
  return (
    <Stack>
      <Text>{filed === 0 ? words.noneFiled : words.someFiled(filed)}</Text>
      {error && (
        <Text c="dislike" role="alert">
          {error}
        </Text>
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onDone} data-autofocus>
          {words.cancel}
        </Button>
        {filed > 0 && (
          <Button
            variant="outline"
            color="dislike"
            onClick={async () => {
              const failure = await model.getState().erase({ what: 'mood', mood: mood.id });
              finish(failure && refusedErasure(failure));
            }}
          >
            {words.eraseToo(filed)}
          </Button>
        )}
        <Button onClick={() => finish(null)}>{filed === 0 ? words.removeEmpty : words.keepRatings}</Button>
      </Group>
    </Stack>
  );
}
