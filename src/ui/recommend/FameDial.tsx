import { ADVENTURE_STEPS } from '../../data/tuning';
import * as words from '../../words/en/recommend/for-you';
import { useTuning } from '../common/app-context';
import styles from './FameDial.module.css';

/** Where the dial stands, for those who do not see it. */
function wordsOf(adventure: number): string {
  if (adventure === 0) return words.inTheMiddle;
  const much = Math.abs(adventure) > ADVENTURE_STEPS / 2;
  if (adventure < 0) return much ? words.muchBetterKnown : words.betterKnown;
  return much ? words.muchMoreLikeYours : words.moreLikeYours;
}

/** How much it counts in the list that a film is well known, against how like one's own it is; acts at once. */
export function FameDial() {
  const adventure = useTuning((state) => state.tuning.adventure);
  const setAdventure = useTuning((state) => state.setAdventure);
  return (
    <label className={styles.dial}>
      <span>{words.wellKnown}</span>
      <input
        type="range"
        min={-ADVENTURE_STEPS}
        max={ADVENTURE_STEPS}
        step={1}
        value={adventure}
        aria-label={words.dial}
        aria-valuetext={wordsOf(adventure)}
        onChange={({ currentTarget }) => setAdventure(Number(currentTarget.value))}
      />
      <span>{words.onlyLikeYours}</span>
    </label>
  );
}
