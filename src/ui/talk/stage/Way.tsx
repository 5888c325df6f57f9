import * as words from '../../../words/en/talk/stage';
import { useTalk } from '../use-talk';
import { TITLES } from '../words';
import styles from './Way.module.css';

/** How far the talk has come, scene by scene; a press on a scene leads there. */
export function Way() {
  const script = useTalk((state) => state.script);
  const { scene, beat } = useTalk((state) => state.position);
  const { goTo } = useTalk((state) => state.actions);
  return (
    <nav className={styles.way} aria-label={words.scenes}>
      {script.scenes.map(({ id, beats }, index) => {
        const share = index < scene ? 1 : index > scene ? 0 : (beat + 1) / beats.length;
        return (
          <button
            type="button"
            key={id}
            aria-label={words.scene(index + 1, TITLES[id])}
            aria-current={index === scene ? 'step' : undefined}
            onClick={(event) => {
              if (event.detail > 0) event.currentTarget.blur();
              goTo(index);
            }}
          >
            <span style={{ inlineSize: `${100 * share}%` }} />
          </button>
        );
      })}
    </nav>
  );
}
