import { MemoryPicture } from '../stage/MemoryPicture';
import { StageList } from '../stage/StageList';
import { useTalk } from '../use-talk';

/** First scene, for the room: an empty memory, and the list that everybody gets. */
export function NewcomerScene() {
  const rated = useTalk((state) => state.view.opinions.size);
  return (
    <div className="talk-two">
      <section className="talk-side" aria-label="The memory">
        <h2 className="talk-label">All that is known of you</h2>
        <MemoryPicture />
        <p className="talk-count tabular">
          <strong className="talk-count-number">{rated}</strong> {rated === 1 ? 'click' : 'clicks'}
        </p>
      </section>
      <StageList label={rated === 0 ? 'Everybody’s favourites' : 'For you, now'} />
    </div>
  );
}
