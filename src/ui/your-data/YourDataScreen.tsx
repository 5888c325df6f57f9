import { Stack, Text, Title } from '@mantine/core';
import { useKept } from '../common/app-context';
import { BringSection } from './BringSection';
import { DataSection } from './DataSection';
import { EraseSection } from './EraseSection';
import { RestoreSection } from './RestoreSection';
import { StorageFacts } from './StorageFacts';
import { TakeSection } from './TakeSection';
import styles from './your-data.module.css';

/** Where one's own data are, and all that can be done with them: out as files, in from elsewhere, back, and gone. */
export function YourDataScreen() {
  const kept = useKept();
  return (
    <Stack gap="xl">
      <Title order={1}>Your data</Title>
      <div className={styles.columns}>
        <div className={styles.column}>
          <DataSection name="kept" title="Where it is kept">
            {kept ? (
              <>
                <Text>
                  Your ratings are kept in this browser, on this device, and sent nowhere. Nobody else has a
                  copy.
                </Text>
                <StorageFacts />
              </>
            ) : (
              <Text>
                What you do here lasts until you close this page: nothing is kept. A backup file outlives it.
              </Text>
            )}
          </DataSection>
          <TakeSection />
        </div>
        <div className={styles.column}>
          <BringSection />
          <RestoreSection />
          <EraseSection />
        </div>
      </div>
    </Stack>
  );
}
