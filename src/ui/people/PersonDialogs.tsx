import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as words from '../../words/en/people/dialogs';
import { useApp, useModel } from '../common/app-context';
import { NameInput } from '../common/names/NameInput';
import { isNamed } from './named';

/** What is asked about people, or why another one could not be chosen, in a sentence; null for nothing. */
export type Asking = 'create' | 'rename' | 'remove' | { refused: string } | null;

/** What the dialogs about people need. */
interface PersonDialogsProps {
  asking: Asking;
  /** Who is rating. */
  active: { id: string; name: string };
  onDone: () => void;
}

/** Adding a person, renaming or removing the one who is rating. */
export function PersonDialogs({ asking, active, onDone: close }: PersonDialogsProps) {
  const { profiles } = useApp();
  const refused = asking !== null && typeof asking === 'object' ? asking.refused : null;
  return (
    <>
      <Modal opened={asking === 'create'} onClose={close} title={words.addTitle}>
        <NameForm
          start=""
          action={words.add}
          submit={(name) => profiles.getState().create(name)}
          onDone={close}
        />
      </Modal>
      <Modal
        opened={asking === 'rename'}
        onClose={close}
        title={isNamed(active.name) ? words.renameTitle(active.name) : words.sayYourName}
      >
        <NameForm
          start={isNamed(active.name) ? active.name : ''}
          action={isNamed(active.name) ? words.rename : words.saveYourName}
          submit={(name) => profiles.getState().rename(active.id, name)}
          onDone={close}
        />
      </Modal>
      <Modal
        opened={asking === 'remove'}
        onClose={close}
        title={isNamed(active.name) ? words.removeTitle(active.name) : words.removeYours}
      >
        <RemoveForm id={active.id} name={active.name} onDone={close} />
      </Modal>
      <Modal
        opened={refused !== null}
        onClose={close}
        title={isNamed(active.name) ? words.still(active.name) : words.stillYou}
      >
        <Stack>
          <Text role="alert">{refused}</Text>
          <Group justify="end">
            <Button onClick={close} data-autofocus>
              {words.goOn}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

interface NameFormProps {
  start: string;
  action: string;
  /** Resolves to null, or to what is wrong with the name. */
  submit: (name: string) => Promise<string | null>;
  onDone: () => void;
}

function NameForm({ start, action, submit, onDone }: NameFormProps) {
  const [name, setName] = useState(start);
  const [error, setError] = useState<string | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = await submit(name);
    setError(problem);
    if (problem === null) onDone();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <NameInput label={words.name} value={name} change={setName} error={error} data-autofocus />
        <Group justify="end">
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button type="submit">{action}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function RemoveForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { profiles } = useApp();
  const rates = useModel((state) => state.opinions.size);
  // While they are being removed, nothing is open any more.
  const [rated] = useState(rates);
  const [error, setError] = useState<string | null>(null);
  const remove = async () => {
    const problem = await profiles.getState().remove(id);
    setError(problem);
    if (problem === null) onDone();
  };
  return (
    <Stack>
      <Text>{rated === 0 ? words.nothingGoes : words.ratingsGo(rated)}</Text>
      {error && (
        <Text c="dislike" role="alert">
          {error}
        </Text>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {isNamed(name) ? words.keep(name) : words.keepYours}
        </Button>
        <Button color="dislike" onClick={remove}>
          {words.remove}
        </Button>
      </Group>
    </Stack>
  );
}
