import { answersAt } from '../../../state/talk/script';
import { beatAt } from '../../../state/talk/talk-store';
import * as words from '../../../words/en/talk/room';
import { sentence } from '../../common/sentence';
import { StageFilm } from '../stage/StageFilm';
import { SumView } from '../stage/SumView';
import { useTalk } from '../use-talk';
import { Place } from './Place';
import scene from './scene.module.css';
import styles from './WhyScene.module.css';

/** Third scene, for the room: a film's score as the sum of clicks, and what it were without one of them. */
export function WhyScene() {
  const script = useTalk((state) => state.script);
  const { explained, removed, clicks } = script;
  const position = useTalk((state) => state.position);
  const audience = useTalk((state) => state.audience);
  const step = useTalk((state) => beatAt(state).step);
  const model = useTalk((state) => state.model);
  // Another click changes all that is read from the model here.
  useTalk((state) => state.view);
  const without = step === 'without';
  const kind = clicks.find(({ item }) => item === removed)?.kind ?? 'like';
  // As recent as it was: what came after it is still what came after it.
  const told = without && answersAt(script, { ...position, beat: position.beat - 1 }, audience).get(removed);
  const before = without ? model.whatIf({ item: removed, kind }, told ? told.time : undefined) : null;
  return (
    <div className={scene.two} data-scene="why">
      <div className={scene.side}>
        <h2 className={scene.label}>{words.nearTheTop}</h2>
        <StageFilm item={explained} layout="above">
          <Place item={explained} rank={model.rankOf(explained)} was={before?.rankOf(explained)} />
        </StageFilm>
      </div>
      <section className={scene.side} aria-label={words.theSum}>
        <h2 className={scene.label}>
          {without ? words.whatIf : words.scoreLabel}
          {before && (
            <del className={`${styles.was} tabular`}>
              {sentence(
                words.itWas(Math.round((100 * before.why(explained).score) / before.best()), (text) => (
                  <span className="visually-hidden">{text}</span>
                )),
              )}
            </del>
          )}
        </h2>
        <SumView
          why={model.why(explained)}
          best={(before ?? model).best()}
          struck={without ? removed : undefined}
        />
      </section>
    </div>
  );
}

/** A film that somebody in the room asked about, whatever the scene. */
export function QuestionScene({ item }: { item: number }) {
  const model = useTalk((state) => state.model);
  useTalk((state) => state.view);
  return (
    <div className={scene.two} data-scene="why">
      <div className={scene.side}>
        <h2 className={scene.label}>{words.questionFromRoom}</h2>
        <StageFilm item={item} layout="above">
          <Place item={item} rank={model.rankOf(item)} />
        </StageFilm>
      </div>
      <section className={scene.side} aria-label={words.theSum}>
        <h2 className={scene.label}>{words.scoreLabel}</h2>
        <SumView why={model.why(item)} best={model.best()} />
      </section>
    </div>
  );
}
