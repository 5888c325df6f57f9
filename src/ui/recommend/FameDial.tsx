import { ADVENTURE_STEPS } from '../../data/tuning';
import { useTuning } from '../common/app-context';
import styles from './FameDial.module.css';

/** Where the dial stands, for those who do not see it. */
function wordsOf(adventure: number): string {
  if (adventure === 0) return 'in the middle';
  const much = Math.abs(adventure) > ADVENTURE_STEPS / 2 ? 'much ' : '';
  return adventure < 0 ? `${much}better known` : `${much}more like yours`;
}

/** How much it counts in the list that a film is well known, against how like one's own it is; acts at once. */
export function FameDial() {
  const adventure = useTuning((state) => state.tuning.adventure);
  const setAdventure = useTuning((state) => state.setAdventure);
  return (
    <label className={styles.dial}>
      <span>Well known</span>
      <input
        type="range"
        min={-ADVENTURE_STEPS}
        max={ADVENTURE_STEPS}
        step={1}
        value={adventure}
        aria-label="From well known films to only films like yours"
        aria-valuetext={wordsOf(adventure)}
        onChange={({ currentTarget }) => setAdventure(Number(currentTarget.value))}
      />
      <span>Only like yours</span>
    </label>
  );
}
