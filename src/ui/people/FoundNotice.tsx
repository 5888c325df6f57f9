import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { Relearned } from '../../state/profile/profile-model';
import { useApp, useModel } from '../common/app-context';
import links from '../common/links.module.css';
import { DiscardedNotice } from './DiscardedNotice';
import { sharedWith } from './shared-with';

const LEARNED_FOR: Record<Relearned['why'], string> = {
  form: ', for this version of Weightless.',
  network: ', for the network now in use.',
  unsound: '. The one saved here was damaged or out of date.',
};

/** "Your model was learned anew from your 1,204 clicks, for this version of Weightless." */
function relearnedWords({ clicks, why }: Relearned): string {
  const from = clicks === 1 ? 'one click' : `${clicks.toLocaleString('en')} clicks`;
  return `Your model was learned anew from your ${from}${LEARNED_FOR[why]}`;
}

/**
 * Says once what was found when the app started: a storage that the browser threw away, ratings of nobody, entries that were
 * mended, a model that had to be learned anew, other copies of the app, a catalogue that cannot be used.
 */
export function FoundNotice() {
  const { profiles, copies } = useApp();
  const { isNews, others, seen } = useStore(copies);
  const { orphans, mended } = useStore(profiles);
  const relearned = useModel((state) => state.relearned);
  const [read, setRead] = useState<typeof relearned>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [put, setPut] = useState<readonly string[]>([]);
  const shown = orphans.filter(({ profileId }) => !put.includes(profileId));
  const names = mended.filter((name) => !put.includes(`name:${name}`));
  return (
    <>
      <DiscardedNotice />
      <FellBack />
      {shown.map(({ profileId, rows }) => (
        <Alert
          key={profileId}
          color="amber"
          mb="md"
          role="alert"
          title="We found ratings that belong to nobody"
        >
          <Group justify="space-between">
            <Text size="sm">
              {rows} {rows === 1 ? 'click is' : 'clicks are'} stored in this browser without the person who
              made {rows === 1 ? 'it' : 'them'}.{problem && ` ${problem}`}
            </Text>
            <Group gap="xs">
              <Button size="xs" onClick={async () => setProblem(await profiles.getState().adopt(profileId))}>
                Keep them as a person
              </Button>
              <Button size="xs" variant="default" onClick={() => setPut([...put, profileId])}>
                Not now
              </Button>
            </Group>
          </Group>
        </Alert>
      ))}
      {relearned && relearned !== read && (
        <Alert variant="default" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">{relearnedWords(relearned)}</Text>
            <Button size="xs" variant="default" onClick={() => setRead(relearned)}>
              Good
            </Button>
          </Group>
        </Alert>
      )}
      {isNews && (
        <Alert variant="default" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">{sharedWith(others)}</Text>
            <Button size="xs" variant="default" onClick={seen}>
              Good
            </Button>
          </Group>
        </Alert>
      )}
      {names.map((name) => (
        <Alert key={name} color="amber" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">
              The entry of a person could not be read and was mended. They are called “{name}”; you can rename
              them in the menu of people. No rating was touched.
            </Text>
            <Button size="xs" variant="default" onClick={() => setPut([...put, `name:${name}`])}>
              Good
            </Button>
          </Group>
        </Alert>
      ))}
    </>
  );
}

/** Why the films chosen are not in use; nothing where they are. */
function FellBack() {
  const { session } = useApp();
  const fellBack = useStore(session, (state) => state.fellBack);
  const status = useStore(session, (state) => state.status);
  if (fellBack === null || status.phase !== 'ready') return null;
  return (
    <Alert color="amber" mb="md" role="alert">
      <Group justify="space-between">
        <Text size="sm">
          {fellBack}{' '}
          {status.library.source.kind === 'bundled'
            ? 'You see those that come with Weightless.'
            : 'This page goes on with the films it has.'}{' '}
          What you said of films is kept.{' '}
          <Link href="/your-data" className={links.quiet}>
            Choose films
          </Link>
        </Text>
        <Button size="xs" variant="default" onClick={() => session.setState({ fellBack: null })}>
          Good
        </Button>
      </Group>
    </Alert>
  );
}
