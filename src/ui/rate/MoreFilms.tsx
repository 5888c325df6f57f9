import { ENOUGH_ANSWERS, isMeasured, nextStep, PEOPLE_MEASURED } from '../../state/rate/more-answers';
import * as words from '../../words/en/rate/more-films';
import { useModel, useReadyLibrary } from '../common/app-context';
import styles from './MoreFilms.module.css';

/**
 * Why to go on, as long as few films are judged: what more of them were measured to bring. Not a live region, nor a progress bar,
 * at which readers of screens sound with every click; what the bar shows is what the words say.
 */
export function MoreFilms() {
  const library = useReadyLibrary();
  // Whoever has judged enough is never drawn again.
  const judged = useModel(({ opinions }) => Math.min(opinions.size, ENOUGH_ANSWERS));
  const step = nextStep(judged);
  if (!library || judged === 0 || !step || !isMeasured(library)) return null;
  return (
    <div className={styles.more}>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ transform: `scaleX(${judged / ENOUGH_ANSWERS})` }} />
      </div>
      <p className="plain dimmed">
        <strong>{words.judged(judged)}</strong> {words.moreBring(step, PEOPLE_MEASURED)}
      </p>
    </div>
  );
}
