import { beatAt } from '../../../state/talk/talk-store';
import { StageFilm } from '../stage/StageFilm';
import { SumView } from '../stage/SumView';
import { useTalk } from '../use-talk';
import { Place } from './Place';

/** Third scene, for the room: a film's score as the sum of clicks, and what it were without one of them. */
export function WhyScene() {
  const { explained, removed, clicks } = useTalk((state) => state.script);
  const step = useTalk((state) => beatAt(state).step);
  const model = useTalk((state) => state.model);
  // Another click changes all that is read from the model here.
  useTalk((state) => state.view);
  const without = step === 'without';
  const kind = clicks.find(({ item }) => item === removed)?.kind ?? 'like';
  const before = without ? model.whatIf({ item: removed, kind }) : null;
  return (
    <div className="talk-two" data-scene="why">
      <div className="talk-side">
        <h2 className="talk-label">A film near the top</h2>
        <StageFilm item={explained}>
          <Place rank={model.rankOf(explained)} was={before?.rankOf(explained)} />
        </StageFilm>
      </div>
      <section className="talk-side" aria-label="The sum">
        <h2 className="talk-label">
          {without ? 'What if?' : 'Its score'}
          {before && (
            <del className="talk-was tabular">
              <span className="visually-hidden">it was </span>
              {before.why(explained).score.toFixed(2)}
            </del>
          )}
        </h2>
        <SumView why={model.why(explained)} struck={without ? removed : undefined} />
      </section>
    </div>
  );
}

/** A film that somebody in the room asked about, whatever the scene. */
export function QuestionScene({ item }: { item: number }) {
  const model = useTalk((state) => state.model);
  useTalk((state) => state.view);
  return (
    <div className="talk-two" data-scene="why">
      <div className="talk-side">
        <h2 className="talk-label">A question from the room</h2>
        <StageFilm item={item}>
          <Place rank={model.rankOf(item)} />
        </StageFilm>
      </div>
      <section className="talk-side" aria-label="The sum">
        <h2 className="talk-label">Its score</h2>
        <SumView why={model.why(item)} />
      </section>
    </div>
  );
}
