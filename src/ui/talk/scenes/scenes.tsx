import { PERSONAS } from '../../../data/personas';
import { laterVerdicts, type SceneId } from '../../../state/talk/script';
import { compareBytes } from '../../../state/talk/talk-model';
import { beatAt } from '../../../state/talk/talk-store';
import { useLibrary } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { filmFacts } from '../../common/film-facts';
import { MemoryPicture } from '../stage/MemoryPicture';
import { StageFilm } from '../stage/StageFilm';
import { StageList } from '../stage/StageList';
import { SumView } from '../stage/SumView';
import { useTalk } from '../use-talk';
import { RaceScene } from './RaceScene';

function NewcomerScene() {
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

/** The persona's clicks as a row of marks, those played so far coloured. */
function Played({ count }: { count: number }) {
  const clicks = useTalk((state) => state.script.clicks);
  return (
    <div className="talk-played">
      <div aria-hidden="true">
        {clicks.map(({ item, kind }, index) => (
          <span key={item} data-kind={index < count ? kind : undefined} />
        ))}
      </div>
      <p className="tabular">
        {count} of {clicks.length} clicks
      </p>
    </div>
  );
}

function ClicksScene() {
  const script = useTalk((state) => state.script);
  const beat = useTalk((state) => state.position.beat);
  const library = useLibrary();
  const list = useTalk((state) => state.view.list);
  const rated = useTalk((state) => state.view.opinions.size);
  const step = useTalk((state) => beatAt(state).step);
  const { userId } = PERSONAS[script.persona];
  const later = step === 'moved' ? laterVerdicts(library, userId, list) : undefined;
  const count = Math.min(script.clicks.length, beat);
  const item = script.clicks[Math.max(0, count - 1)]?.item;
  return (
    <div className="talk-two">
      <div className="talk-side">
        <h2 className="talk-label">MovieLens user {userId}</h2>
        {count === 0 || item === undefined ? (
          <div className="talk-fan" aria-hidden="true">
            {script.clicks.slice(0, 3).map((click) => (
              <Tile key={click.item} item={click.item} />
            ))}
          </div>
        ) : (
          <StageFilm item={item} />
        )}
        <Played count={count} />
      </div>
      <StageList label={rated === 0 ? 'Everybody’s favourites' : 'The list, now'} later={later} />
    </div>
  );
}

function Tile({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  return <FilmTile film={filmFacts(catalogue, item)} size="card" decorative />;
}

/** Where a film stands, and where it stood. */
function Place({ rank, was }: { rank: number | null; was?: number | null }) {
  if (rank === null) return <p className="talk-place">Rated: no longer in the list</p>;
  return (
    <p className="talk-place">
      Place {was !== undefined && <del className="talk-place-was tabular">{was}</del>}{' '}
      <strong className="talk-place-now tabular">{rank}</strong>
    </p>
  );
}

function WhyScene() {
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

interface PrintProps {
  label: string;
  /** Eight digits; null where this has not come yet. */
  digits: string | null;
  tone: 'plain' | 'other' | 'same';
}

function Print({ label, digits, tone }: PrintProps) {
  return (
    <div className="talk-print" data-tone={digits === null ? 'none' : tone}>
      <span>{label}</span>
      <strong className="talk-digits">
        {digits === null ? '···· ····' : `${digits.slice(0, 4)} ${digits.slice(4)}`}
      </strong>
    </div>
  );
}

function ForgetScene() {
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
    <div className="talk-forget">
      <StageFilm item={regretted} stamp={after && equal ? 'Forgotten' : undefined} />
      <div className="talk-prints">
        <Print label="Before" digits={neverSaw.digits} tone={after && equal ? 'same' : 'plain'} />
        <Print label="With it" digits={liked} tone="other" />
        <Print
          label="After forgetting"
          digits={after ? view.fingerprint.digits : null}
          tone={equal ? 'same' : 'other'}
        />
        <p className="talk-verdict" data-equal={(after && equal) || undefined}>
          {after ? (
            <>
              <strong className="talk-verdict-word">{equal ? 'The same.' : 'Not the same.'}</strong>{' '}
              {same.toLocaleString('en')} of {of.toLocaleString('en')} bytes are equal.
            </>
          ) : (
            `${view.fingerprint.bytes.length.toLocaleString('en')} bytes, one fingerprint.`
          )}
        </p>
      </div>
      <MemoryPicture pointed={regretted} />
    </div>
  );
}

/** The stage during questions: the list that the room has helped to make. */
function EndScene() {
  const list = useTalk((state) => state.view.list);
  return (
    <div className="talk-end">
      <p className="talk-end-word">Questions?</p>
      <div className="talk-end-tiles" aria-hidden="true">
        {list.slice(0, 7).map(({ item }) => (
          <Tile key={item} item={item} />
        ))}
      </div>
      <p>
        <kbd>/</kbd> any film <kbd>L</kbd> like <kbd>D</kbd> dislike
      </p>
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

export const SCENES: Record<SceneId, () => React.ReactNode> = {
  newcomer: NewcomerScene,
  clicks: ClicksScene,
  why: WhyScene,
  race: RaceScene,
  forget: ForgetScene,
};
