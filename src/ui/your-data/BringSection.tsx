import { Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { DataSection } from './DataSection';

/** Leads to the import of what was rated elsewhere. */
export function BringSection() {
  return (
    <DataSection name="bring" title="Bring in what you rated elsewhere">
      <Text>
        From Letterboxd, IMDb, Trakt, TMDB or MovieLens, or from any table with titles and ratings. You see
        what was found before anything is added.
      </Text>
      <Group>
        <Button component={Link} href="/your-data/import" variant="default">
          Import ratings…
        </Button>
      </Group>
    </DataSection>
  );
}
