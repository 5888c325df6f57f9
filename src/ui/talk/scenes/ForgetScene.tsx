import { compareBytes } from '../../../state/talk/talk-model';
import { beatAt } from '../../../state/talk/talk-store';
import * as words from '../../../words/en/talk/room';
import { MemoryPicture } from '../stage/MemoryPicture';
import { StageFilm } from '../stage/StageFilm';
import { useTalk } from '../use-talk';
import { EndScene } from './EndScene';
import styles from './ForgetScene.module.css';

interface PrintProps {
  label: string;
  /** Eight digits; null where this has not come yet. */
  digits: string | null;
  tone: 'plain' | 'other' | 'same';
}

function Print({ label, digits, tone }: PrintProps) {
  return (
    <div className={styles.print} data-tone={digits === null ? 'none' : tone}>
      <span>{label}</span>
      <strong className={styles.digits} data-testid="digits">
        {digits === null ? '···· ····' : `${digits.slice(0, 4)} ${digits.slice(4)}`}
      </strong>
    </div>
  );
}

/** Last scene, for the room: a click forgotten, shown by fingerprints of the whole memory. */
export function ForgetScene() {
  const { regretted } = useTalk((state) => state.script);
  const step = useTalk((state) => beatAt(state).step);
  const view = useTalk((state) => state.view);
  const neverSaw = useTalk((state) => state.neverSaw);
  const model = useTalk((state) => state.model);
  if (step === 'end') return <EndScene />;
  const later = step !== 'before';
  const after = step === 'forgotten' || step === 'equal';
  const { same, of } = compareBytes(view.fingerprint.bytes, neverSaw.bytes);
  const equal = same === of;
  const liked = later ? model.whatIf({ item: regretted, kind: 'like' }).fingerprint.digits : null;
  return (
    <div className={styles.forget}>
      <StageFilm item={regretted} layout="alone" stamp={after && equal ? words.forgotten : undefined} />
      <div className={styles.prints}>
        <Print label={words.before} digits={neverSaw.digits} tone={after && equal ? 'same' : 'plain'} />
        <Print label={words.withIt} digits={liked} tone="other" />
        <Print
          label={words.afterForgetting}
          digits={after ? view.fingerprint.digits : null}
          tone={equal ? 'same' : 'other'}
        />
        <p className={styles.verdict} data-equal={(after && equal) || undefined}>
          {after ? (
            <>
              <strong className={styles.verdictWord}>{equal ? words.same : words.notSame}</strong>{' '}
              {words.bytesEqual(same, of)}
            </>
          ) : (
            words.oneFingerprint(view.fingerprint.bytes.length)
          )}
        </p>
      </div>
      <MemoryPicture pointed={regretted} />
    </div>
  );
}
