import { useLibrary } from '../../common/app-context';
import { useTalk } from '../use-talk';
import { captionOf } from '../words';

/** The line at the foot of the stage: what the room sees now. */
export function Caption() {
  const library = useLibrary();
  const words = useTalk((state) => captionOf(state, library));
  return (
    <p className="talk-caption" role="status">
      {words}
    </p>
  );
}

/** Stands in place of the caption while the room has its own way, with the way back to the script. */
export function TakenOver() {
  const { carryOn } = useTalk((state) => state.actions);
  return (
    <div className="talk-taken">
      <span>The room has taken over.</span>
      <button
        type="button"
        className="talk-button"
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          carryOn();
        }}
      >
        Carry on <kbd>C</kbd>
      </button>
    </div>
  );
}
