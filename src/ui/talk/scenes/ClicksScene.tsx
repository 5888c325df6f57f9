import { PERSONAS } from '../../../data/personas';
import { laterVerdicts } from '../../../state/talk/persona-clicks';
import { beatAt } from '../../../state/talk/talk-store';
import * as words from '../../../words/en/talk/room';
import { useLibrary } from '../../common/app-context';
import { StageFilm } from '../stage/StageFilm';
import { StageList } from '../stage/StageList';
import { useTalk } from '../use-talk';
import { CardTile } from './CardTile';
import styles from './ClicksScene.module.css';
import scene from './scene.module.css';

/** The persona's clicks as a row of marks, those played so far coloured. */
function Played({ count }: { count: number }) {
  const clicks = useTalk((state) => state.script.clicks);
  return (
    <div className={styles.played}>
      <div aria-hidden="true">
        {clicks.map(({ item, kind }, index) => (
          <span key={item} data-kind={index < count ? kind : undefined} />
        ))}
      </div>
      <p className="tabular">{words.clicksOf(count, clicks.length)}</p>
    </div>
  );
}

/** Second scene, for the room: a real person’s clicks one by one, and the list that moves under each. */
export function ClicksScene() {
  const script = useTalk((state) => state.script);
  const beat = useTalk((state) => state.position.beat);
  const library = useLibrary();
  const list = useTalk((state) => state.view.list);
  const rated = useTalk((state) => state.view.answers.size);
  const step = useTalk((state) => beatAt(state).step);
  const { userId } = PERSONAS[script.persona];
  const later = step === 'moved' ? laterVerdicts(library, userId, list) : undefined;
  const count = Math.min(script.clicks.length, beat);
  const item = script.clicks[Math.max(0, count - 1)]?.item;
  return (
    <div className={scene.two}>
      <div className={scene.side}>
        <h2 className={scene.label}>{words.user(userId)}</h2>
        {count === 0 || item === undefined ? (
          <div className={styles.fan} aria-hidden="true">
            {script.clicks.slice(0, 3).map((click) => (
              <CardTile key={click.item} item={click.item} />
            ))}
          </div>
        ) : (
          <StageFilm item={item} />
        )}
        <Played count={count} />
      </div>
      <StageList label={rated === 0 ? words.favourites : words.listNow} later={later} />
    </div>
  );
}
