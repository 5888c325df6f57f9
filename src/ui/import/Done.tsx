import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ImportPreview } from '../../state/imports/preview';
import * as words from '../../words/en/import/adding';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';

/** What was added, and what can be done now. */
export function Done({ added }: { added: ImportPreview }) {
  const { takeBack, cancel } = useImportActions();
  return (
    <Stack gap="md">
      <StepHeading>{words.added(added.films)}</StepHeading>
      <Text>{words.learnedFrom(added)}</Text>
      <Group>
        <Button component={Link} href="/for-you" size="md">
          {words.seeList}
        </Button>
        <Button size="md" variant="default" onClick={takeBack}>
          {words.undo}
        </Button>
        <Button size="md" variant="default" onClick={cancel}>
          {words.importMore}
        </Button>
      </Group>
    </Stack>
  );
}
