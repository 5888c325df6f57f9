import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ErasureScope } from '../../events/erasure-scope';
import { previewErasure } from '../../state/log/erasing';
import type { ForgettingCheck } from '../../state/log/forgetting-check';
import { refusedErasure } from '../../state/log/refused-erasure';
import * as words from '../../words/en/ratings/erasing';
import { useApp, useModel } from '../common/app-context';
import styles from './Erasing.module.css';

/** What goes: all of a film, or how many films and clicks. */
function goesWords(scope: ErasureScope, preview: ReturnType<typeof previewErasure>): string {
  const { films, filmsInPart, events } = preview;
  if (scope.what === 'films') return words.filmGoes(events);
  const whole = words.filmsGo(films, events);
  return filmsInPart === 0 ? whole : `${whole} ${words.filmsLosePart(filmsInPart)}`;
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
        <Text role="status">{kept ? words.erasedInBrowser : words.erasedOnPage}</Text>
        <CheckPanel />
        <Group justify="end">
          <Button onClick={onDone} data-autofocus>
            {words.done}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack>
      <Text>
        {goesWords(scope, preview)} {words.whereItLeaves} <strong>{words.cannotBeUndone}</strong>
      </Text>
      {problem && (
        <Text c="dislike" role="alert">
          {problem}
        </Text>
      )}
      <Group justify="end">
        <Button variant="default" onClick={onKeep} data-autofocus>
          {words.keep}
        </Button>
        <Button color="dislike" onClick={erase} loading={phase === 'erasing'}>
          {words.erase}
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
      setProblem(words.notRead);
    }
  };
  return (
    <Stack gap="xs">
      <div>
        <Button variant="default" size="sm" onClick={run}>
          {words.check}
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
            <strong>{check.identical ? words.identical : words.different}</strong>{' '}
            {check.identical ? words.identicalMore(check.learned, check.bytes) : words.differentMore}
          </Text>
          <Fingerprint label={words.fingerprint} value={check.inUse} />
          <Fingerprint label={words.fingerprintFromNothing} value={check.fromNothing} />
        </>
      )}
    </Stack>
  );
}
