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
    <div className={styles.controls} role="toolbar" aria-label="The talk">
      <Control label="Scene before" shortcut="←" onClick={actions.back}>
        <SkipBack aria-hidden />
      </Control>
      <Control label={playing ? 'Pause' : 'Play the whole talk'} shortcut="P" onClick={actions.playOrPause}>
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      </Control>
      <Control label="Next scene" shortcut="→" onClick={actions.next}>
        <SkipForward aria-hidden />
      </Control>
      <Control label="One step" shortcut="S" onClick={actions.step}>
        <StepForward aria-hidden />
      </Control>
      <Control label="Scene again" shortcut="R" onClick={actions.replay}>
        <RotateCcw aria-hidden />
      </Control>
      <span className={styles.speed}>
        <Control label="Slower" shortcut="−" onClick={actions.slower}>
          −
        </Control>
        <span className="tabular">{speed}×</span>
        <Control label="Faster" shortcut="+" onClick={actions.faster}>
          +
        </Control>
      </span>
      <Control label="Find a film" shortcut="/" onClick={keys.search}>
        <Search aria-hidden />
      </Control>
      <Control label="Speaker’s notes" shortcut="N" onClick={keys.notes}>
        <NotebookText aria-hidden />
      </Control>
      <Control label="Full screen" shortcut="F" onClick={keys.fullScreen}>
        <Maximize aria-hidden />
      </Control>
      <Control label="Help" shortcut="?" onClick={keys.help}>
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
        <kbd>X</kbd> Reset for the next talk
      </button>
      <Link href="/rate" className={styles.control} aria-label="Leave the stage" title="Leave the stage">
        <LogOut aria-hidden />
      </Link>
    </div>
  );
}
