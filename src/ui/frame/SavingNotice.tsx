import { Alert, Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
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
  const waiting = `${unsaved} ${unsaved === 1 ? 'click is' : 'clicks are'} not saved`;
  const attempt = async () => {
    setBusy(true);
    setProblem(lost ? await rewrite() : null);
    if (!lost) await retry();
    setBusy(false);
  };
  const called = gone?.name ?? people.find(({ id }) => id === activeId)?.name;
  const name = called && (isNamed(called) ? called : 'you');
  const films = rated === 1 ? 'one film' : `${rated} films`;
  const held = name && (gone || rated === 0 ? `What is known of ${name}` : `What ${name} said of ${films}`);
  const others = people.length > (gone ? 0 : 1);
  return (
    <Alert
      color="dislike"
      icon={<TriangleAlert size={20} aria-hidden />}
      mb="md"
      role="alert"
      title={lost ? 'Your saved ratings are gone' : waiting}
    >
      <Group justify="space-between">
        <div>
          {message}
          {lost && held && ` ${held} is still on this page; write it again to keep it.`}
          {lost && others && ' Ratings of the other people here are not on this page.'}
          {problem && <div>{problem}</div>}
        </div>
        {failure === 'newer' ? (
          <Button size="xs" onClick={reload}>
            Reload
          </Button>
        ) : (
          <Button size="xs" loading={busy} onClick={attempt}>
            {lost ? 'Write my ratings again' : 'Retry'}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
