import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Check, ChevronDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useModel } from '../common/app-context';
import styles from './ProfileMenu.module.css';

type Asking = 'create' | 'rename' | 'remove' | null;

/** Who is rating: switch between the people who share this browser, add, rename or remove one. */
export function ProfileMenu() {
  const { profiles } = useApp();
  const { list, activeId, switchTo } = useStore(profiles);
  const [asking, setAsking] = useState<Asking>(null);
  const active = list.find(({ id }) => id === activeId);
  if (!active) return null;
  const close = () => setAsking(null);
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            px="sm"
            maw={150}
            rightSection={<ChevronDown size={15} aria-hidden />}
            aria-label={`Profile: ${active.name}`}
          >
            {active.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Who is rating?</Menu.Label>
          {list.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => switchTo(id)}
              aria-current={id === activeId || undefined}
              leftSection={
                id === activeId ? <Check size={16} aria-hidden /> : <span className={styles.gap} />
              }
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Plus size={16} aria-hidden />} onClick={() => setAsking('create')}>
            Add a person
          </Menu.Item>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => setAsking('rename')}>
            Rename {active.name}
          </Menu.Item>
          <Menu.Item
            color="dislike"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => setAsking('remove')}
          >
            Delete {active.name}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asking === 'create'} onClose={close} title="Add a person">
        <NameForm start="" action="Add" submit={(name) => profiles.getState().create(name)} onDone={close} />
      </Modal>
      <Modal opened={asking === 'rename'} onClose={close} title={`Rename ${active.name}`}>
        <NameForm
          start={active.name}
          action="Rename"
          submit={(name) => profiles.getState().rename(active.id, name)}
          onDone={close}
        />
      </Modal>
      <Modal opened={asking === 'remove'} onClose={close} title={`Delete ${active.name}?`}>
        <RemoveForm id={active.id} name={active.name} onDone={close} />
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
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={error}
          maxLength={60}
          data-autofocus
        />
        <Group justify="end">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit">{action}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function RemoveForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
  const { profiles } = useApp();
  const rated = useModel((state) => state.opinions.size);
  const [error, setError] = useState<string | null>(null);
  const remove = async () => {
    const problem = await profiles.getState().remove(id);
    setError(problem);
    if (problem === null) onDone();
  };
  return (
    <Stack>
      <Text>
        {rated === 0
          ? 'Nothing is rated yet.'
          : `${rated} ${rated === 1 ? 'rating goes' : 'ratings go'} with it.`}{' '}
        This cannot be undone.
      </Text>
      {error && (
        <Text c="dislike" role="alert">
          {error}
        </Text>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onDone} data-autofocus>
          Keep {name}
        </Button>
        <Button color="dislike" onClick={remove}>
          Delete for good
        </Button>
      </Group>
    </Stack>
  );
}
