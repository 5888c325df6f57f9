import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ErasureScope } from '../../events/erasure-scope';
import { previewErasure } from '../../state/log/erasing';
import type { ForgettingCheck } from '../../state/log/forgetting-check';
import { refusedErasure } from '../../state/log/refused-erasure';
import { useApp, useModel } from '../common/app-context';
import styles from './Erasing.module.css';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** "Alien" or "14 films", and what goes with them. */
function goesWords(scope: ErasureScope, preview: ReturnType<typeof previewErasure>): string {
  const { films, filmsInPart, events } = preview;
  const clicks = count(events, 'click', 'clicks');
  if (scope.what === 'films') return `Everything you ever said of it goes: ${clicks}, undone ones included.`;
  const whole = `${count(films, 'film', 'films')} and ${clicks} go, undone ones included.`;
  if (filmsInPart === 0) return whole;
  const others = count(filmsInPart, 'more film loses', 'more films lose');
  return `${whole} ${others} what you said then and keep${filmsInPart === 1 ? 's' : ''} the rest.`;
}

interface EraseFormProps {
  scope: ErasureScope;
  /** Called when there is nothing more to say. */
  onDone: () => void;
  /** Back to where one came from. */
  onKeep: () => void;
}

/** Asks once more, erases, and says what is left; the one thing here that cannot be undone. */
export function EraseForm({ scope, onDone, onKeep }: EraseFormProps) {
  const { model, session } = useApp();
  // Where the page goes on without what the browser stores, that stays as it is.
  const kept = useStore(session, ({ keeping }) => keeping === 'kept');
  // What was counted when asking stays on screen, whatever the log says by then.
  const [preview] = useState(() => previewErasure(model.getState().events, scope));
  const [phase, setPhase] = useState<'asking' | 'erasing' | 'erased'>('asking');
  const [problem, setProblem] = useState<string | null>(null);
  const erase = async () => {
    setPhase('erasing');
    const failure = await model.getState().erase(scope);
    setProblem(failure && refusedErasure(failure));
    setPhase(failure === null ? 'erased' : 'asking');
  };
  if (phase === 'erased') {
    return (
      <Stack>
        <Text role="status">
          Erased. Nothing of it is left {kept ? 'in this browser' : 'on this page'}, and your list is as if it
          had never been.
        </Text>
        <CheckPanel />
        <Group justify="end">
          <Button onClick={onDone} data-autofocus>
            Done
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      <Text>
        {goesWords(scope, preview)} It leaves your ratings, your list, the saved model, the history and the
        undo steps. <strong>This cannot be undone.</strong>
      </Text>
      {problem && (
        <Text c="dislike" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onKeep} data-autofocus>
          Keep
        </Button>
        <Button color="dislike" onClick={erase} loading={phase === 'erasing'}>
          Erase for good
        </Button>
      </Group>
    </Stack>
  );
}

function Fingerprint({ label, value }: { label: ReactNode; value: string }) {
  return (
    <div>
      <Text size="sm">{label}</Text>
      <Code block className={styles.fingerprint}>
        {value}
      </Code>
    </div>
  );
}

/** Proof on request: the model in use beside one built from nothing out of what is left. */
export function CheckPanel() {
  const { model } = useApp();
  const revision = useModel((state) => state.revision);
  const [found, setFound] = useState<{ revision: number; check: ForgettingCheck } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const check = found?.revision === revision ? found.check : null;
  const run = async () => {
    try {
      const result = await model.getState().check();
      setProblem(null);
      if (result) setFound({ revision: model.getState().revision, check: result });
    } catch {
      setProblem('Your ratings could not be read just now. Try again.');
    }
  };
  return (
    <Stack gap="xs">
      <div>
        <Button variant="default" size="sm" onClick={run}>
          Check that nothing else is remembered
        </Button>
      </div>
      {problem && (
        <Text c="dislike" role="alert">
          {problem}
        </Text>
      )}
      {check && (
        <>
          <Text role="status">
            <strong>{check.identical ? 'Identical.' : 'Not the same.'}</strong>{' '}
            {check.identical
              ? `A second model was just built from nothing, out of the ${count(check.learned, 'rating', 'ratings')} left. It is the same as yours in every one of its ${check.bytes.toLocaleString('en')} bytes.`
              : 'Your model differs from one built out of what is left. Reload the page: it is then built anew.'}
          </Text>
          <Fingerprint label="Fingerprint of your model (SHA-256)" value={check.inUse} />
          <Fingerprint label="Fingerprint of the one built from nothing" value={check.fromNothing} />
        </>
      )}
    </Stack>
  );
}
