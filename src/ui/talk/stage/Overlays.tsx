import { reportOf } from '../../../state/talk/stage-link';
import { sceneAt } from '../../../state/talk/talk-store';
import * as words from '../../../words/en/talk/stage';
import { TitleSearch } from '../../common/search/TitleSearch';
import { SceneNotes, Times } from '../notes/NotesSheet';
import { useTalk, useTalkStore, useTick } from '../use-talk';
import { KEYS } from '../words';
import styles from './Overlays.module.css';
import { StageButton } from './StageButton';

/** Films found at most, in the letters of the wall: what scrolls on a stage is not seen. */
const ON_STAGE = 5;

/** The speaker’s notes over the stage, for whoever has one screen only. */
export function NotesOver() {
  const talk = useTalkStore();
  const script = useTalk((state) => state.script);
  const scene = useTalk(sceneAt);
  useTick(500);
  const report = reportOf(talk);
  return (
    <aside className={`${styles.over} ${styles.notes}`} data-testid="over" aria-label={words.speakersNotes}>
      <Times script={script} report={report} elapsedSeconds={report.elapsedMs / 1000} />
      <SceneNotes scene={scene} />
      <p>
        <a href="#/talk/notes" target="_blank" rel="noreferrer">
          {words.notesInWindow}
        </a>
      </p>
    </aside>
  );
}

/** Every key and clicker button, for the speaker. */
export function HelpOver({ close }: { close: () => void }) {
  return (
    <section className={`${styles.over} ${styles.help}`} data-testid="over" aria-label={words.keys}>
      <h2>{words.keysAndClicker}</h2>
      <dl>
        {KEYS.map(({ keys, says }) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <StageButton onClick={close}>{words.close}</StageButton>
    </section>
  );
}

interface SearchOverProps {
  /** Called with a film's catalogue index. */
  choose(item: number): void;
  close(): void;
}

/** Finds a film that somebody in the room asks about. */
export function SearchOver({ choose, close }: SearchOverProps) {
  const seen = useTalk((state) => state.view.answers);
  return (
    <div className={`${styles.over} ${styles.search}`} data-testid="over">
      <TitleSearch seen={seen} most={ON_STAGE} autoFocus onEscape={close} onChoose={choose} />
    </div>
  );
}
