import { Button } from '@mantine/core';
import { EyeOff, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import styles from './Answers.module.css';

/** What can be said of the film that is up. */
export type Verdict = 'like' | 'dislike' | 'unseen';

interface AnswersProps {
  onJudge(verdict: Verdict): void;
  canUndo: boolean;
  onUndo(): void;
}

/** The three answers to the film that is up, and the way back, for whoever rates. */
export function Answers({ onJudge, canUndo, onUndo }: AnswersProps) {
  return (
    <div className={styles.answers}>
      <Button
        size="lg"
        color="like"
        leftSection={<ThumbsUp size={21} aria-hidden />}
        onClick={() => onJudge('like')}
      >
        Like
      </Button>
      <Button
        size="lg"
        color="dislike"
        leftSection={<ThumbsDown size={21} aria-hidden />}
        onClick={() => onJudge('dislike')}
      >
        Dislike
      </Button>
      <Button
        size="lg"
        variant="default"
        leftSection={<EyeOff size={20} aria-hidden />}
        onClick={() => onJudge('unseen')}
      >
        Haven’t seen
      </Button>
      <Button
        variant="subtle"
        size="lg"
        disabled={!canUndo}
        leftSection={<Undo2 size={20} aria-hidden />}
        onClick={onUndo}
      >
        Undo
      </Button>
    </div>
  );
}
