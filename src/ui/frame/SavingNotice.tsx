import { Alert, Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import * as words from '../../words/en/frame/notices';
import { useApp, useModel, useSaving } from '../common/app-context';
import { isNamed } from '../people/named';

const reload = () => window.location.reload();

/** Clicks that are not known to be saved, or what was saved and is gone; why, and what can be done. */
export function SavingNotice() {
  const { unsaved, error, retry, rewrite } = useSaving((state) => state);
  const rated = useModel((state) => state.judgements.length);
  const { list: people, activeId, gone } = useStore(useApp().profiles);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  if (!error) return null;
  const { failure, message } = error;
  const lost = failure === 'lost';
  const attempt = async () => {
    setBusy(true);
    setProblem(lost ? await rewrite() : null);
    if (!lost) await retry();
    setBusy(false);
  };
  const called = gone?.name ?? people.find(({ id }) => id === activeId)?.name;
  const name = called && isNamed(called) ? called : null;
  const held = called && (gone || rated === 0 ? words.knownHeld(name) : words.saidHeld(name, rated));
  const others = people.length > (gone ? 0 : 1);
  return (
    <Alert
      color="dislike"
      icon={<TriangleAlert size={20} aria-hidden />}
      mb="md"
      role="alert"
      title={lost ? words.lost : words.unsaved(unsaved)}
    >
      <Group justify="space-between">
        <div>
          {message}
          {lost && held && ` ${held}`}
          {lost && others && ` ${words.othersNotHeld}`}
          {problem && <div>{problem}</div>}
        </div>
        {failure === 'newer' ? (
          <Button size="xs" onClick={reload}>
            {words.reload}
          </Button>
        ) : (
          <Button size="xs" loading={busy} onClick={attempt}>
            {lost ? words.writeAgain : words.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
