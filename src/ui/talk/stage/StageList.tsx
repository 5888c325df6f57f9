import { filmFacts } from '../../../data/film-facts';
import type { SeenAnswer } from '../../../data/opinion';
import type { Recommendation } from '../../../state/list/ranking';
import * as words from '../../../words/en/talk/room';
import { useLibrary } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { sentence } from '../../common/sentence';
import { useGlide } from '../../common/use-glide';
import scene from '../scenes/scene.module.css';
import { useTalk } from '../use-talk';
import { LISTED } from '../words';
import styles from './StageList.module.css';

/** Shorter than the time between two clicks at full speed. */
const GLIDE_MS = 260;

function Movement({ from, to }: { from: number | null; to: number }) {
  if (from === null || from === to) return null;
  const up = from > to;
  return (
    <span className={`${styles.move} tabular`} data-up={up || undefined}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      {sentence(
        (up ? words.movedUp : words.movedDown)(Math.abs(from - to), (text) => (
          <span className="visually-hidden">{text}</span>
        )),
      )}
    </span>
  );
}

interface RowProps {
  recommendation: Recommendation;
  /** The film that the caption speaks of. */
  telling: boolean;
  /** Whether the last click's moves are told. */
  moves: boolean;
  /** What the persona said of it later. */
  later?: SeenAnswer;
}

const LATER = { like: words.laterLike, 'so-so': words.laterSoSo, dislike: words.laterDislike } as const;

function Row({ recommendation, telling, moves, later }: RowProps) {
  const { catalogue } = useLibrary();
  const { item, rank, previousRank } = recommendation;
  return (
    <li className={styles.row} data-telling={telling || undefined}>
      <span className={`${styles.rank} tabular`}>{rank}</span>
      <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
      <span className={styles.rowTitle} data-testid="stage-title">
        {catalogue.title[item]}{' '}
        <span className={`${styles.rowYear} tabular`}>{catalogue.year[item] || ''}</span>
      </span>
      {later ? (
        <span className={styles.move} data-up={later === 'like' || undefined} data-later={later}>
          {LATER[later]}
        </span>
      ) : (
        moves && <Movement from={previousRank} to={rank} />
      )}
    </li>
  );
}

/** The top of the list in letters for the last row; films glide to their new places. */
export function StageList({ label, later }: { label: string; later?: ReadonlyMap<number, SeenAnswer> }) {
  const list = useTalk((state) => state.view.list);
  const because = useTalk((state) => state.view.lastChange?.because?.mover.item);
  const parent = useGlide<HTMLOListElement>(GLIDE_MS);
  return (
    <section className={styles.list} aria-label={label}>
      <h2 className={scene.label}>{label}</h2>
      <ol ref={parent}>
        {list.slice(0, LISTED).map((recommendation) => (
          <Row
            key={recommendation.item}
            recommendation={recommendation}
            telling={!later && recommendation.item === because}
            moves={!later}
            later={later?.get(recommendation.item)}
          />
        ))}
      </ol>
    </section>
  );
}
