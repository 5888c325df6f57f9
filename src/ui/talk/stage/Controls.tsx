import {
  CircleHelp,
  LogOut,
  Maximize,
  NotebookText,
  Pause,
  Play,
  RotateCcw,
  Search,
  SkipBack,
  SkipForward,
  StepForward,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import * as words from '../../../words/en/talk/stage';
import { sentence } from '../../common/sentence';
import type { StageKeys } from '../talk-keys';
import { useTalk } from '../use-talk';
import styles from './Controls.module.css';

interface ControlProps {
  label: string;
  /** The key that does the same. */
  shortcut: string;
  onClick(): void;
  disabled?: boolean;
  children: ReactNode;
}

function Control({ label, shortcut, onClick, disabled, children }: ControlProps) {
  return (
    <button
      type="button"
      className={styles.control}
      aria-label={label}
      title={`${label} (${shortcut})`}
      disabled={disabled}
      onClick={(event) => {
        // A pressed button would keep the focus, and with it the space key of a clicker.
        if (event.detail > 0) event.currentTarget.blur();
        onClick();
      }}
    >
      {children}
    </button>
  );
}

/** For whoever has a mouse or a finger instead of a clicker. */
export function Controls({ keys }: { keys: StageKeys }) {
  const playing = useTalk((state) => state.playing);
  const speed = useTalk((state) => state.speed);
  const { actions } = keys;
  return (
    <div className={styles.controls} role="toolbar" aria-label={words.theTalk}>
      <Control label={words.sceneBefore} shortcut="←" onClick={actions.back}>
        <SkipBack aria-hidden />
      </Control>
      <Control label={playing ? words.pause : words.playAll} shortcut="P" onClick={actions.playOrPause}>
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      </Control>
      <Control label={words.nextScene} shortcut="→" onClick={actions.next}>
        <SkipForward aria-hidden />
      </Control>
      <Control label={words.oneStep} shortcut="S" onClick={actions.step}>
        <StepForward aria-hidden />
      </Control>
      <Control label={words.sceneAgain} shortcut="R" onClick={actions.replay}>
        <RotateCcw aria-hidden />
      </Control>
      <span className={styles.speed}>
        <Control label={words.slower} shortcut="−" onClick={actions.slower}>
          −
        </Control>
        <span className="tabular">{speed}×</span>
        <Control label={words.faster} shortcut="+" onClick={actions.faster}>
          +
        </Control>
      </span>
      <Control label={words.findFilm} shortcut="/" onClick={keys.search}>
        <Search aria-hidden />
      </Control>
      <Control label={words.speakersNotes} shortcut="N" onClick={keys.notes}>
        <NotebookText aria-hidden />
      </Control>
      <Control label={words.fullScreen} shortcut="F" onClick={keys.fullScreen}>
        <Maximize aria-hidden />
      </Control>
      <Control label={words.help} shortcut="?" onClick={keys.help}>
        <CircleHelp aria-hidden />
      </Control>
      <button
        type="button"
        className={styles.reset}
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          actions.reset();
        }}
      >
        {sentence(words.reset((name) => <kbd>{name}</kbd>))}
      </button>
      <Link href="/rate" className={styles.control} aria-label={words.leave} title={words.leave}>
        <LogOut aria-hidden />
      </Link>
    </div>
  );
}
