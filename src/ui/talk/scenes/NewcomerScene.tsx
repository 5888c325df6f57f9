import * as words from '../../../words/en/talk/room';
import { sentence } from '../../common/sentence';
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
      <section className={scene.side} aria-label={words.memory}>
        <h2 className={scene.label}>{words.knownOfYou}</h2>
        <MemoryPicture />
        <p className={`${styles.count} tabular`}>
          {sentence(words.clicks(rated, (text) => <strong className={styles.countNumber}>{text}</strong>))}
        </p>
      </section>
      <StageList label={rated === 0 ? words.favourites : words.forYouNow} />
    </div>
  );
}
