import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { Relearned } from '../../state/profile/profile-model';
import * as words from '../../words/en/people/found';
import { sharedWith } from '../../words/en/people/shared-with';
import { useApp, useModel } from '../common/app-context';
import links from '../common/links.module.css';
import { DiscardedNotice } from './DiscardedNotice';

const RELEARNED: Record<Relearned['why'], (clicks: number) => string> = {
  form: words.relearnedForVersion,
  network: words.relearnedForNetwork,
  unsound: words.relearnedUnsound,
};

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
        <Alert key={profileId} color="amber" mb="md" role="alert" title={words.ofNobody}>
          <Group justify="space-between">
            <Text size="sm">
              {words.ofNobodyMore(rows)}
              {problem && ` ${problem}`}
            </Text>
            <Group gap="xs">
              <Button size="xs" onClick={async () => setProblem(await profiles.getState().adopt(profileId))}>
                {words.keepAsPerson}
              </Button>
              <Button size="xs" variant="default" onClick={() => setPut([...put, profileId])}>
                {words.notNow}
              </Button>
            </Group>
          </Group>
        </Alert>
      ))}
      {relearned && relearned !== read && (
        <Alert variant="default" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">{RELEARNED[relearned.why](relearned.clicks)}</Text>
            <Button size="xs" variant="default" onClick={() => setRead(relearned)}>
              {words.good}
            </Button>
          </Group>
        </Alert>
      )}
      {isNews && (
        <Alert variant="default" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">{sharedWith(others)}</Text>
            <Button size="xs" variant="default" onClick={seen}>
              {words.good}
            </Button>
          </Group>
        </Alert>
      )}
      {names.map((name) => (
        <Alert key={name} color="amber" mb="md" role="status">
          <Group justify="space-between">
            <Text size="sm">{words.mended(name)}</Text>
            <Button size="xs" variant="default" onClick={() => setPut([...put, `name:${name}`])}>
              {words.good}
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
          {fellBack} {status.library.source.kind === 'bundled' ? words.bundledInstead : words.goesOn}{' '}
          <Link href="/your-data" className={links.quiet}>
            {words.chooseFilms}
          </Link>
        </Text>
        <Button size="xs" variant="default" onClick={() => session.setState({ fellBack: null })}>
          {words.good}
        </Button>
      </Group>
    </Alert>
  );
}
