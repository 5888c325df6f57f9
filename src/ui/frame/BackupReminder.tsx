import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useApp, useModel } from '../common/app-context';
import links from '../common/links.module.css';

/** Says now and then that all that was clicked is in this browser alone, and leads to where a copy is saved. */
export function BackupReminder() {
  const app = useApp();
  const profileId = useModel((state) => state.profileId);
  const events = useModel((state) => state.events);
  const [due, setDue] = useState<{ profileId: string; clicks: number } | null>(null);
  useEffect(() => {
    if (profileId === null) return;
    let isCurrent = true;
    app
      .backup()
      .then(({ reminder }) => reminder.due(profileId, events))
      .then((clicks) => isCurrent && setDue(clicks === null ? null : { profileId, clicks }))
      // What cannot be loaded reminds nobody.
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [app, profileId, events]);
  if (due === null || due.profileId !== profileId) return null;
  const later = async () => {
    setDue(null);
    const { reminder } = await app.backup();
    await reminder.later(profileId, events);
  };
  return (
    <Alert variant="default" mb="md" role="status">
      <Group justify="space-between">
        <Text size="sm">
          {due.clicks.toLocaleString('en')} clicks are in this browser alone. A copy in a file outlives it.
        </Text>
        <Group gap="xs">
          <Link href="/your-data" className={links.quiet}>
            Save a copy
          </Link>
          <Button size="xs" variant="default" onClick={() => later().catch(() => {})}>
            Later
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
