import { Kbd, Text, Title } from '@mantine/core';
import { filmFacts } from '../../data/film-facts';
import { useLibrary } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine } from '../common/film-facts';
import { FilingSelect } from '../moods/LazyMoods';
import { AllJudged } from './AllJudged';
import { Answers, type Verdict } from './Answers';
import styles from './JudgePanel.module.css';
import { LeavingTile } from './LeavingTile';
import { useJudge } from './use-judge';

const SAID: Record<Verdict, string> = {
  like: 'like',
  'so-so': 'so-so',
  dislike: 'dislike',
  unseen: 'not seen',
};

/** One film, clear answers. Nothing on it tells what the model expects. */
export function JudgePanel({
  found,
}: {
  /** The film that was put up by searching for it, if any. */ found: number | null;
}) {
  const { catalogue } = useLibrary();
  const { current, said, leaving, judge, takeBack, answers } = useJudge(found);
  if (current === null) return <AllJudged onUndo={takeBack} />;
  return (
    <div className={styles.panel}>
      <div className={styles.tile} data-testid="tile">
        <FilmTile key={current} film={filmFacts(catalogue, current)} size="hero" decorative />
        {leaving && <LeavingTile key={`leaving-${leaving.item}`} {...leaving} />}
      </div>
      <div className={styles.words}>
        <Text className="eyebrow">{said ? `You said: ${SAID[said]}` : 'Do you like it?'}</Text>
        <Title order={2} aria-live="polite">
          {catalogue.title[current]}
        </Title>
        <Text c="dimmed">{filmLine(catalogue, current)}</Text>
      </div>
      <Answers ref={answers} onJudge={judge} onUndo={takeBack} />
      <FilingSelect className={styles.filing} />
      <Text size="sm" c="dimmed" className={styles.keys}>
        Keys: <Kbd>L</Kbd> like, <Kbd>D</Kbd> dislike, <Kbd>S</Kbd> so-so, <Kbd>N</Kbd> not seen, <Kbd>U</Kbd>{' '}
        undo, <Kbd>/</Kbd> search
      </Text>
    </div>
  );
}
