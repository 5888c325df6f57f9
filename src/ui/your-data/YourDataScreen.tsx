import { Stack, Title } from '@mantine/core';
import { EraseSection } from './EraseSection';
import { RestoreSection } from './RestoreSection';
import { TakeSection } from './TakeSection';

/** One's own data: out as files, back from them, and gone. */
export function YourDataScreen() {
  return (
    <Stack gap="xl">
      <Title order={1}>Your data</Title>
      <TakeSection />
      <RestoreSection />
      <EraseSection />
    </Stack>
  );
}
