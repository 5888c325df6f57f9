import { Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import * as words from '../../words/en/your-data/screen';
import { DataSection } from './DataSection';

/** Leads to the import of what was rated elsewhere. */
export function BringSection() {
  return (
    <DataSection name="bring" title={words.bring}>
      <Text>{words.bringFrom}</Text>
      <Group>
        <Button component={Link} href="/your-data/import" variant="default">
          {words.importRatings}
        </Button>
      </Group>
    </DataSection>
  );
}
