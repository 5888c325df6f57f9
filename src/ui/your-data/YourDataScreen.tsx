import { Stack, Text, Title } from '@mantine/core';
import * as words from '../../words/en/your-data/screen';
import { useKept } from '../common/app-context';
import { BringSection } from './BringSection';
import { DataSection } from './DataSection';
import { EraseSection } from './EraseSection';
import { FilmsSection } from './FilmsSection';
import { RestoreSection } from './RestoreSection';
import { StorageFacts } from './StorageFacts';
import { TakeSection } from './TakeSection';
import styles from './your-data.module.css';

/** Where one's own data are, and all that can be done with them: out as files, in from elsewhere, back, and gone. */
export function YourDataScreen() {
  const kept = useKept();
  return (
    <Stack gap="xl">
      <Title order={1}>{words.title}</Title>
      <div className={styles.columns}>
        <div className={styles.column}>
          <DataSection name="kept" title={words.whereKept}>
            {kept ? (
              <>
                <Text>{words.keptHere}</Text>
                <StorageFacts />
              </>
            ) : (
              <Text>{words.notKept}</Text>
            )}
          </DataSection>
          <TakeSection />
          <FilmsSection />
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
