import { Button } from '@mantine/core';
import { EyeOff, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import type { Ref } from 'react';
import { useModel } from '../common/app-context';
import type { Press } from '../common/presses';
import styles from './Answers.module.css';

/** What can be said of the film that is up. */
export type Verdict = 'like' | 'dislike' | 'unseen';

interface AnswersProps {
  /** Gets what holds the answers. */
  ref: Ref<HTMLDivElement>;
  onJudge(verdict: Verdict, press: Press): void;
  onUndo(): void;
}

/** Takes the last click back; may be pressed again at once. */
export function UndoButton({ onUndo }: { onUndo(): void }) {
  const canUndo = useModel((state) => state.canUndo);
  return (
    <Button
      variant="subtle"
      size="lg"
      data-repeats
      disabled={!canUndo}
      leftSection={<Undo2 size={20} aria-hidden />}
      onClick={onUndo}
    >
      Undo
    </Button>
  );
}

/** The three answers to the film that is up, and the way back, for whoever rates. */
export function Answers({ ref, onJudge, onUndo }: AnswersProps) {
  return (
    <div className={styles.answers} ref={ref}>
      <Button
        size="lg"
        color="like"
        leftSection={<ThumbsUp size={21} aria-hidden />}
        onClick={(press) => onJudge('like', press)}
      >
        Like
      </Button>
      <Button
        size="lg"
        color="dislike"
        leftSection={<ThumbsDown size={21} aria-hidden />}
        onClick={(press) => onJudge('dislike', press)}
      >
        Dislike
      </Button>
      <Button
        size="lg"
        variant="default"
        leftSection={<EyeOff size={20} aria-hidden />}
        onClick={(press) => onJudge('unseen', press)}
      >
        Haven’t seen
      </Button>
      <UndoButton onUndo={onUndo} />
    </div>
  );
}
