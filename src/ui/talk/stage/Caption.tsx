import * as words from '../../../words/en/talk/stage';
import { useLibrary } from '../../common/app-context';
import { sentence } from '../../common/sentence';
import { useTalk } from '../use-talk';
import { captionOf } from '../words';
import styles from './Caption.module.css';
import { StageButton } from './StageButton';

/** The line at the foot of the stage: what the room sees now. */
export function Caption() {
  const library = useLibrary();
  const caption = useTalk((state) => captionOf(state, library));
  return (
    <p className={styles.caption} role="status" data-testid="caption">
      {caption}
    </p>
  );
}

/** Stands in place of the caption while the room has its own way, with the way back to the script. */
export function TakenOver() {
  const { carryOn } = useTalk((state) => state.actions);
  return (
    <div className={styles.taken}>
      <span>{words.takenOver}</span>
      <StageButton
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          carryOn();
        }}
      >
        {sentence(words.carryOn((name) => <kbd>{name}</kbd>))}
      </StageButton>
    </div>
  );
}
