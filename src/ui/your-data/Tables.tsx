import { Group, Stack, Text, Title } from '@mantine/core';
import type { BackupActions } from '../../state/backup/backup';
import * as words from '../../words/en/your-data/take';
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
          <Title order={3}>{words.otherSites}</Title>
          <Text size="sm" c="dimmed">
            {words.otherSitesAbout}
          </Text>
          <Group gap="xs">
            {save(words.forLetterboxd, CSV, 'weightless-letterboxd.csv', (backup) =>
              backup.ratingsCsv('letterboxd', profileId),
            )}
            {save(words.asMovieLens, CSV, 'weightless-ratings.csv', (backup) =>
              backup.ratingsCsv('movielens', profileId),
            )}
          </Group>
        </Stack>
      )}
      <Stack gap={8}>
        <Title order={3}>{words.lists}</Title>
        <Group gap="xs">
          {save(words.forYouTable, CSV, `${words.fileForYou}.csv`, (backup) => backup.listCsv('for-you'))}
          {save(words.forYouText, TEXT, `${words.fileForYou}.txt`, (backup) => backup.listText('for-you'))}
        </Group>
        {wanted > 0 && (
          <Group gap="xs">
            {save(words.wantedTable, CSV, `${words.fileWanted}.csv`, (backup) =>
              backup.listCsv('want-to-see'),
            )}
            {save(words.wantedText, TEXT, `${words.fileWanted}.txt`, (backup) =>
              backup.listText('want-to-see'),
            )}
          </Group>
        )}
      </Stack>
    </>
  );
}
