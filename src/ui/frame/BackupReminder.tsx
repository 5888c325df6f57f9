import { Alert, Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import * as words from '../../words/en/frame/reminder';
import { useApp, useModel } from '../common/app-context';
import links from '../common/links.module.css';

/** Says now and then that all that was clicked is in this browser alone, and leads to where a copy is saved. */
export function BackupReminder() {
  const app = useApp();
  const profileId = useModel((state) => state.profileId);
  // Looked at every ten clicks: it is not urgent.
  const tens = useModel((state) => Math.floor(state.events.length / 10));
  const [location] = useLocation();
  // Where it leads to, it has been heeded; whether to say it again is seen after.
  const isHeeded = location.startsWith('/your-data');
  // Where there is little height, what one came for has it; it is said beside the ratings then.
  const short = useMediaQuery('(max-height: 600px)', false, { getInitialValueInEffect: false });
  const isInTheWay = short && !location.startsWith('/my-ratings');
  const [due, setDue] = useState<{ profileId: string; clicks: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies(tens): ten more clicks are a reason to look again.
  useEffect(() => {
    if (isHeeded) setDue(null);
    if (profileId === null || isHeeded) return;
    let isCurrent = true;
    app
      .backup()
      .then(({ reminder }) => reminder.due(profileId, app.model.getState().events))
      .then((clicks) => isCurrent && setDue(clicks === null ? null : { profileId, clicks }))
      // What cannot be loaded reminds nobody.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [app, profileId, tens, isHeeded]);
  if (due === null || due.profileId !== profileId || isInTheWay) return null;
  const later = async () => {
    setDue(null);
    const { reminder } = await app.backup();
    await reminder.later(profileId, app.model.getState().events);
  };
  return (
    <Alert variant="default" p="xs" mb="md" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{words.onlyHere(due.clicks)}</Text>
        <Group gap="xs">
          <Link href="/your-data" className={`${links.quiet} ${links.alone}`}>
            {words.saveCopy}
          </Link>
          <Button size="xs" variant="default" onClick={() => later().catch(() => {})}>
            {words.later}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
