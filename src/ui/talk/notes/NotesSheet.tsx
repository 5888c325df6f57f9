import { type Scene, type Script, sceneStarts } from '../../../state/talk/script';
import type { StageReport } from '../../../state/talk/stage-link';
import { numbered } from '../../../words/en/talk/scenes';
import * as words from '../../../words/en/talk/times';
import { TITLES } from '../words';
import styles from './NotesSheet.module.css';
import { SPEAKER_NOTES } from './speaker-notes';

/** "8:05". */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Where the script stands, in seconds at single speed. */
function scriptTime(script: Script, { scene, beat }: Pick<StageReport, 'scene' | 'beat'>): number {
  const beats = script.scenes[scene]?.beats ?? [];
  return sceneStarts(script)[scene] + beats.slice(0, beat).reduce((sum, { seconds }) => sum + seconds, 0);
}

interface TimesProps {
  script: Script;
  report: StageReport;
  elapsedSeconds: number;
}

/** The clock of the talk beside the plan, and what comes next. */
export function Times({ script, report, elapsedSeconds }: TimesProps) {
  const { scenes } = script;
  const next = scenes[report.scene + 1];
  return (
    <dl className={styles.times}>
      <div>
        <dt>{words.elapsed}</dt>
        <dd className="tabular">{clockTime(elapsedSeconds)}</dd>
      </div>
      <div>
        <dt>{words.inPlan}</dt>
        <dd className="tabular">{clockTime(scriptTime(script, report))}</dd>
      </div>
      <div>
        <dt>{words.now}</dt>
        <dd>{numbered(report.scene + 1, TITLES[scenes[report.scene].id])}</dd>
      </div>
      <div>
        <dt>{words.next}</dt>
        <dd>{next ? numbered(report.scene + 2, TITLES[next.id]) : words.questions}</dd>
      </div>
    </dl>
  );
}

/** What to say in one scene. */
export function SceneNotes({ scene }: { scene: Scene }) {
  return (
    <ul className={styles.points}>
      {SPEAKER_NOTES[scene.id].map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
