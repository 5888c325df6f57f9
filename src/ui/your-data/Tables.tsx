import { Group, Stack, Text, Title } from '@mantine/core';
import type { BackupActions } from '../../state/backup/backup';
import { useApp, useModel } from '../common/app-context';
import { SaveText } from '../common/SaveText';

const CSV = 'text/csv;charset=utf-8';
const TEXT = 'text/plain;charset=utf-8';

interface TablesProps {
  /** As of `SaveText`. */
  onFailure: (error: unknown) => void;
}

/** Ratings as other sites have them, and lists as they are shown. */
export function Tables({ onFailure }: TablesProps) {
  const app = useApp();
  const profileId = useModel((state) => state.profileId);
  const wanted = useModel((state) => state.wanted.size);
  const rated = useModel((state) => state.opinions.size);
  const save = (
    label: string,
    type: string,
    name: string,
    text: (backup: BackupActions) => string | Promise<string>,
  ) => (
    <SaveText
      variant="default"
      size="sm"
      type={type}
      name={name}
      text={async () => text(await app.backup())}
      onFailure={onFailure}
    >
      {label}
    </SaveText>
  );
  return (
    <>
      {rated > 0 && profileId !== null && (
        <Stack gap={8}>
          <Title order={3}>Ratings for other sites</Title>
          <Text size="sm" c="dimmed">
            Stars are as you gave them elsewhere; where you answered here, a like is written as 4.5, so-so as
            3 and a dislike as 1.5. Letterboxd reads its file at letterboxd.com/import.
          </Text>
          <Group gap="xs">
            {save('For Letterboxd', CSV, 'weightless-letterboxd.csv', (backup) =>
              backup.ratingsCsv('letterboxd', profileId),
            )}
            {save('As MovieLens has them', CSV, 'weightless-ratings.csv', (backup) =>
              backup.ratingsCsv('movielens', profileId),
            )}
          </Group>
        </Stack>
      )}
      <Stack gap={8}>
        <Title order={3}>Lists</Title>
        <Group gap="xs">
          {save('For you, as a table', CSV, 'for-you.csv', (backup) => backup.listCsv('for-you'))}
          {save('For you, as text', TEXT, 'for-you.txt', (backup) => backup.listText('for-you'))}
        </Group>
        {wanted > 0 && (
          <Group gap="xs">
            {save('Want to see, as a table', CSV, 'want-to-see.csv', (backup) =>
              backup.listCsv('want-to-see'),
            )}
            {save('Want to see, as text', TEXT, 'want-to-see.txt', (backup) =>
              backup.listText('want-to-see'),
            )}
          </Group>
        )}
      </Stack>
    </>
  );
}
