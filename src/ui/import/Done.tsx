import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ImportPreview } from '../../state/imports/preview';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';
import { answersInWords, count } from './words';

/** What was added, and what can be done now. */
export function Done({ added }: { added: ImportPreview }) {
  const { takeBack, cancel } = useImportActions();
  return (
    <Stack gap="md">
      <StepHeading>Added {count(added.films, 'film')}</StepHeading>
      <Text>{answersInWords(added)}. Your list has learned from them.</Text>
      <Group>
        <Button component={Link} href="/for-you" size="md">
          See your list
        </Button>
        <Button size="md" variant="default" onClick={takeBack}>
          Undo
        </Button>
        <Button size="md" variant="default" onClick={cancel}>
          Import more
        </Button>
      </Group>
    </Stack>
  );
}
