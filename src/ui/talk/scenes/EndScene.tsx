import { useTalk } from '../use-talk';
import { CardTile } from './CardTile';
import styles from './EndScene.module.css';

/** The stage during questions: the list that the room has helped to make. */
export function EndScene() {
  const list = useTalk((state) => state.view.list);
  return (
    <div className={styles.end}>
      <p className={styles.word}>Questions?</p>
      <div className={styles.tiles} aria-hidden="true">
        {list.slice(0, 7).map(({ item }) => (
          <CardTile key={item} item={item} />
        ))}
      </div>
      <p>
        <kbd>/</kbd> any film <kbd>L</kbd> like <kbd>D</kbd> dislike <kbd>O</kbd> so-so
      </p>
    </div>
  );
}
