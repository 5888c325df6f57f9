import { Alert, Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { NOTICES } from '../../state/app/session-store';
import { useApp, useSaving } from '../common/app-context';
import { UpdatePrompt } from './UpdatePrompt';

/** What a person must know before going on: another tab in the way, clicks that could not be saved, a new version. */
export function Notices() {
  const notice = useStore(useApp().session, (state) => state.notice);
  const { unsaved, error, retry } = useSaving((state) => state);
  const [retrying, setRetrying] = useState(false);
  const icon = <TriangleAlert size={20} aria-hidden />;
  return (
    <>
      {notice && (
        <Alert color="amber" icon={icon} mb="md" role="alert">
          <Group justify="space-between">
            {notice}
            {/* Only closing the other tab ends what blocks this one. */}
            {notice !== NOTICES.blocked && (
              <Button size="xs" variant="default" onClick={() => window.location.reload()}>
                Reload
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {error && (
        <Alert
          color="dislike"
          icon={icon}
          mb="md"
          role="alert"
          title={`${unsaved} ${unsaved === 1 ? 'click is' : 'clicks are'} not saved`}
        >
          <Group justify="space-between">
            {error.message}
            <Button
              size="xs"
              loading={retrying}
              onClick={() => {
                setRetrying(true);
                retry().finally(() => setRetrying(false));
              }}
            >
              Retry
            </Button>
          </Group>
        </Alert>
      )}
      <UpdatePrompt />
    </>
  );
}
