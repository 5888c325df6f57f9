import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { GonePerson } from '../../state/profile/people-parts';
import { useApp } from '../common/app-context';
import { ErrorView } from '../common/StateViews';
import { isNamed } from './named';

const clicks = (count: number) => `${count} ${count === 1 ? 'click' : 'clicks'}`;

function aboutGone({ name, isLost, known, unsaved }: GonePerson): string {
  const notSaved = `${unsaved} of them ${unsaved === 1 ? 'is' : 'are'} not saved.`;
  const here = `${clicks(known)} of theirs ${known === 1 ? 'is' : 'are'} still on this page.`;
  if (isLost) {
    return `What ${isNamed(name) ? name : 'you'} rated is still stored. Nothing is rated in anybody’s name until you choose.${
      unsaved > 0 ? ` ${clicks(unsaved)} made on this page ${unsaved === 1 ? 'is' : 'are'} not saved.` : ''
    }`;
  }
  if (known === 0) return `Nothing of ${isNamed(name) ? name : 'what you said'} is left. Who is rating now?`;
  return `Nothing is rated in anybody’s name until you choose. ${here}${
    unsaved > 0 ? ` ${notSaved}` : ''
  } If you go on as somebody else, they are gone.`;
}

/** What is asked before anything else where the person who was rating is gone, or where ratings have nobody at all. */
export function PersonQuestion() {
  const { profiles } = useApp();
  const { list, gone, orphans } = useStore(profiles);
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const { switchTo, create, keepGone, adopt } = profiles.getState();

  const action = (label: string, act: () => Promise<string | null>) => ({
    label,
    loading: waiting === label,
    onClick: async () => {
      if (waiting !== null) return;
      setWaiting(label);
      setProblem(await act());
      setWaiting(null);
    },
  });
  const say = (sentence: ReactNode) => (
    <>
      {sentence}
      {problem && (
        <Text c="dislike" mt="xs" role="status">
          {problem}
        </Text>
      )}
    </>
  );

  if (!gone) {
    return (
      <ErrorView
        title="We found ratings that belong to nobody"
        message={say('They are stored in this browser, but the entry that says whose they are was lost.')}
        actions={[
          ...orphans.map(({ profileId, rows }) =>
            action(`Keep ${clicks(rows)} as a person`, () => adopt(profileId)),
          ),
          action('Start as somebody new', () => create('You')),
        ]}
      />
    );
  }
  const others = list.filter(({ id }) => id !== gone.id);
  const named = isNamed(gone.name);
  const lost = named ? `The entry of ${gone.name} was lost` : 'Your entry was lost';
  const removed = named ? `${gone.name} was removed in another tab` : 'You were removed in another tab';
  const keepLost = named ? `Keep ${gone.name}’s ratings` : 'Keep your ratings';
  const keep = gone.isLost ? keepLost : 'Keep them as a new person';
  return (
    <ErrorView
      title={gone.isLost ? lost : removed}
      message={say(aboutGone(gone))}
      actions={[
        ...(gone.isLost || gone.known > 0 ? [action(keep, keepGone)] : []),
        ...others.map(({ id, name }) =>
          action(isNamed(name) ? `Go on as ${name}` : 'Go on as yourself', () => switchTo(id)),
        ),
        ...(others.length === 0 ? [action('Start as somebody new', () => create('You'))] : []),
      ]}
    />
  );
}
