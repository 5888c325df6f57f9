import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { GonePerson } from '../../state/profile/people-parts';
import * as words from '../../words/en/people/question';
import { useApp } from '../common/app-context';
import { ErrorView } from '../common/StateViews';
import { isNamed, UNNAMED } from './named';

function aboutGone({ name, isLost, known, unsaved }: GonePerson): string {
  const given = isNamed(name) ? name : null;
  if (isLost) return words.stillStored(given, unsaved);
  return known === 0 ? words.nothingLeft(given) : words.stillHere(known, unsaved);
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
        title={words.ofNobody}
        message={say(words.ofNobodyMore)}
        actions={[
          ...orphans.map(({ profileId, rows }) => action(words.keepClicks(rows), () => adopt(profileId))),
          action(words.startNew, () => create(UNNAMED)),
        ]}
      />
    );
  }
  const others = list.filter(({ id }) => id !== gone.id);
  const named = isNamed(gone.name);
  const lost = named ? words.entryLost(gone.name) : words.yourEntryLost;
  const removed = named ? words.removed(gone.name) : words.youWereRemoved;
  const keepLost = named ? words.keepRatings(gone.name) : words.keepYourRatings;
  const keep = gone.isLost ? keepLost : words.keepAsNew;
  return (
    <ErrorView
      title={gone.isLost ? lost : removed}
      message={say(aboutGone(gone))}
      actions={[
        ...(gone.isLost || gone.known > 0 ? [action(keep, keepGone)] : []),
        ...others.map(({ id, name }) =>
          action(isNamed(name) ? words.goOnAs(name) : words.goOnAsYourself, () => switchTo(id)),
        ),
        ...(others.length === 0 ? [action(words.startNew, () => create(UNNAMED))] : []),
      ]}
    />
  );
}
