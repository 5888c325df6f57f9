import { Alert, Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { NOTICES } from '../../state/app/session-store';
import * as words from '../../words/en/frame/notices';
import { useApp, useKept, useModel, useSaving } from '../common/app-context';
import { SavingNotice } from './SavingNotice';
import { UpdatePrompt } from './UpdatePrompt';

/** From here on a backup is worth being reminded of (state/backup/reminder). */
const MANY_CLICKS = 100;

/** What is hardly ever found. */
const FoundNotice = lazy(async () => ({ default: (await import('../people/FoundNotice')).FoundNotice }));

/** Nor what is said now and then; what cannot be loaded is not said. */
const BackupReminder = lazy(async () => {
  const code = await import('./BackupReminder').catch(() => null);
  return { default: code?.BackupReminder ?? (() => null) };
});

/** What a person must know before going on: another tab in the way, clicks that could not be saved, a new version. */
export function Notices() {
  const notice = useStore(useApp().session, (state) => state.notice);
  const found = useStore(
    useApp().profiles,
    ({ activeId, gone, orphans, mended }) =>
      activeId !== null && gone === null && (orphans.length > 0 || mended.length > 0),
  );
  const discarded = useStore(useApp().session, (state) => state.discarded);
  const hasNews = useStore(useApp().copies, (state) => state.isNews);
  const many = useModel((state) => state.events.length >= MANY_CLICKS);
  const fellBack = useStore(useApp().session, (state) => state.fellBack !== null);
  const kept = useKept();
  const relearned = useModel((state) => state.relearned);
  // Where clicks wait because of the newer version, their notice says it all.
  const isSaid = useSaving((state) => state.error?.failure === 'newer');
  return (
    <>
      {notice && !isSaid && (
        <Alert color="amber" icon={<TriangleAlert size={20} aria-hidden />} mb="md" role="alert">
          <Group justify="space-between">
            {notice}
            {/* Only closing the other tab ends what blocks this one. */}
            {notice !== NOTICES.blocked && (
              <Button size="xs" variant="default" onClick={() => window.location.reload()}>
                {words.reload}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <SavingNotice />
      <Suspense>{(found || hasNews || relearned || discarded || fellBack) && <FoundNotice />}</Suspense>
      <Suspense>{many && kept && <BackupReminder />}</Suspense>
      <UpdatePrompt />
    </>
  );
}
