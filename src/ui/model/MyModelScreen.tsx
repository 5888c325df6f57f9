import { Text, Title } from '@mantine/core';
import { useRef } from 'react';
import type { SeenAnswer } from '../../data/opinion';
import * as words from '../../words/en/model/screen';
import { useModel } from '../common/app-context';
import { useUndoKeys } from '../common/presses';
import { BesideSection } from './BesideSection';
import { GrowthSection } from './GrowthSection';
import { KnowledgeSection } from './KnowledgeSection';
import styles from './MyModelScreen.module.css';
import { NetworkChoice } from './NetworkChoice';
import { NetworkSection, SITE } from './network/NetworkSection';
import { SizeSection } from './SizeSection';
import { TasteSection } from './TasteSection';
import { useSteady } from './use-steady';

/** What the network has learned of the person, read out of its own memory; the curious can look inside. */
export function MyModelScreen() {
  const opinions = useModel((state) => state.opinions);
  const rated = opinions.size;
  const count = (answer: SeenAnswer) => [...opinions.values()].filter((said) => said === answer).length;
  const above = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  useSteady(above, picture);
  useUndoKeys(SITE);
  return (
    <div className={styles.screen}>
      <header>
        <Title order={1}>{words.title}</Title>
        <Text c="dimmed">
          {rated === 0 ? words.stillEmpty : words.taught(count('like'), count('so-so'), count('dislike'))}
        </Text>
      </header>
      <div ref={above} className={styles.read}>
        <TasteSection rated={rated} />
        <KnowledgeSection />
      </div>
      <div ref={picture}>
        <NetworkSection />
      </div>
      <BesideSection />
      <GrowthSection />
      <SizeSection />
      <NetworkChoice />
    </div>
  );
}
