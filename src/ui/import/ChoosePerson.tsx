import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PersonOfSet } from '../../data/import/movielens-set';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';
import { count } from './words';

/** Asks whose ratings are meant, where a file holds those of several people. */
export function ChoosePerson({ people }: { people: readonly PersonOfSet[] }) {
  const { choosePerson, cancel } = useImportActions();
  const [userId, setUserId] = useState(String(people[0]?.userId ?? ''));
  return (
    <Stack gap="md" maw={520}>
      <StepHeading>Whose ratings?</StepHeading>
      <Text>This data set holds the ratings of {count(people.length, 'person', 'people')}.</Text>
      <NativeSelect
        label="Person"
        value={userId}
        data={people.map((person) => ({
          value: String(person.userId),
          label: `User ${person.userId}: ${count(person.ratings, 'rating')}`,
        }))}
        onChange={(event) => setUserId(event.currentTarget.value)}
      />
      <Group>
        <Button onClick={() => choosePerson(Number(userId))}>Read these ratings</Button>
        <Button variant="default" onClick={cancel}>
          Choose other files
        </Button>
      </Group>
    </Stack>
  );
}
