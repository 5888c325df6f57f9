import { MemoryPicture } from '../stage/MemoryPicture';
import { StageList } from '../stage/StageList';
import { useTalk } from '../use-talk';
import styles from './NewcomerScene.module.css';
import scene from './scene.module.css';

/** First scene, for the room: an empty memory, and the list that everybody gets. */
export function NewcomerScene() {
  const rated = useTalk((state) => state.view.answers.size);
  return (
    <div className={scene.two}>
      <section className={scene.side} aria-label="The memory">
        <h2 className={scene.label}>All that is known of you</h2>
        <MemoryPicture />
        <p className={`${styles.count} tabular`}>
          <strong className={styles.countNumber}>{rated}</strong> {rated === 1 ? 'click' : 'clicks'}
        </p>
      </section>
      <StageList label={rated === 0 ? 'Everybody’s favourites' : 'For you, now'} />
    </div>
  );
}
