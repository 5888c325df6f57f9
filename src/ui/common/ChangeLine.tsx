import { wordsOf } from '../../state/list/change';
import { type TuningEffect, WATCHED_FILMS } from '../../state/profile/tuning-store';
import * as words from '../../words/en/common/change-line';
import { useLibrary, useModel, useTuning } from './app-context';
import styles from './ChangeLine.module.css';
import links from './links.module.css';
import { sentence } from './sentence';

interface ChangeLineProps {
  /** Said before the first click. */
  idle: string;
  /** Films whose places must not be told yet, because they are being judged, now or next. */
  hidden?: readonly number[];
  /** Set where no list stands below that is tuned: a turn of a control says nothing here. */
  untuned?: boolean;
}

/** "3 films left the list, 2 came in; 12 films fit." */
function inAndOut({ left, entered, listed }: TuningEffect): string {
  if (listed === 0) return words.noneFits;
  return listed < WATCHED_FILMS
    ? words.inAndOutOf(left.length, entered.length, listed)
    : words.inAndOut(left.length, entered.length);
}

function TuningLine({ effect }: { effect: TuningEffect }) {
  const { catalogue } = useLibrary();
  const bringBack = useTuning((state) => state.bringBack);
  const { hidden } = effect;
  return (
    <p className={styles.line} role="status">
      {hidden === null ? (
        <>
          <strong>{words.tuned}</strong> {inAndOut(effect)}
        </>
      ) : (
        <>
          {sentence(words.putAway(<strong>{catalogue.title[hidden]}</strong>))}{' '}
          <button
            type="button"
            className={links.action}
            onClick={({ currentTarget }) => {
              // The button goes with what it says.
              currentTarget.closest('main')?.focus({ preventScroll: true });
              bringBack(hidden);
            }}
          >
            {words.bringBack}
          </button>
        </>
      )}
    </p>
  );
}

/** One short line: what the last click, or the last turn of a control, changed, and why. Read out politely. */
export function ChangeLine({ idle, hidden, untuned }: ChangeLineProps) {
  const change = useModel((state) => state.lastChange);
  const tuned = useTuning((state) => state.effect);
  const { catalogue } = useLibrary();
  if (!change && tuned && !untuned) return <TuningLine effect={tuned} />;
  if (!change) {
    return (
      <p className={`${styles.line} dimmed`} role="status">
        {idle}
      </p>
    );
  }
  const { did, effect, shared } = wordsOf(change, catalogue);
  const mover = change.because?.mover.item;
  const told = mover !== undefined && hidden?.includes(mover) ? null : effect;
  return (
    <p className={styles.line} role="status">
      <strong>{did}.</strong> {told && `${told}.`} {told && shared && words.both(shared)}
    </p>
  );
}
