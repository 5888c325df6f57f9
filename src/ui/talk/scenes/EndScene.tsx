import * as words from '../../../words/en/talk/room';
import { sentence } from '../../common/sentence';
import { useTalk } from '../use-talk';
import { CardTile } from './CardTile';
import styles from './EndScene.module.css';

/** The stage during questions: the list that the room has helped to make. */
export function EndScene() {
  const list = useTalk((state) => state.view.list);
  return (
    <div className={styles.end}>
      <p className={styles.word}>{words.questions}</p>
      <div className={styles.tiles} aria-hidden="true">
        {list.slice(0, 7).map(({ item }) => (
          <CardTile key={item} item={item} />
        ))}
      </div>
      <p>{sentence(words.keys((name) => <kbd>{name}</kbd>))}</p>
    </div>
  );
}
