import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { PersonOfSet } from '../../data/import/movielens-set';
import * as words from '../../words/en/import/files';
import { StepHeading } from './StepHeading';
import { useImportActions } from './use-import';

/** Asks whose ratings are meant, where a file holds those of several people. */
export function ChoosePerson({ people }: { people: readonly PersonOfSet[] }) {
  const { choosePerson, cancel } = useImportActions();
  const [userId, setUserId] = useState(String(people[0]?.userId ?? ''));
  return (
    <Stack gap="md" maw={520}>
      <StepHeading>{words.whoseRatings}</StepHeading>
      <Text>{words.peopleInSet(people.length)}</Text>
      <NativeSelect
        label={words.person}
        value={userId}
        data={people.map((person) => ({
          value: String(person.userId),
          label: words.personOf(person.userId, person.ratings),
        }))}
        onChange={(event) => setUserId(event.currentTarget.value)}
      />
      <Group>
        <Button onClick={() => choosePerson(Number(userId))}>{words.readThese}</Button>
        <Button variant="default" onClick={cancel}>
          {words.chooseOthers}
        </Button>
      </Group>
    </Stack>
  );
}
