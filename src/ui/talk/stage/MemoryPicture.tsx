import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { cellCount, NO_CELL } from '../../../wnn/network/node-bank';
import { COUNT, LIKES, STRIDE } from '../../../wnn/personal/memory';
import type { PersonalModel } from '../../../wnn/personal/personal-model';
import { useTalk } from '../use-talk';
import styles from './MemoryPicture.module.css';

/** Colours of cells: empty, more liked, more disliked, both alike, and those of the film that is pointed at. */
const EMPTY = '#4d4439';
const LIKED = '#7fd6a8';
const DISLIKED = '#ff8f95';
const MIXED = '#e9dcc3';
const POINTED = '#ffc233';

/** Width over height. */
const SHAPE = 1.15;

/** Ids of the cells that a film addresses. */
function cellsOf({ bank }: PersonalModel['network'], item: number): Set<number> {
  const ids = new Set<number>();
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local !== NO_CELL) ids.add(bank.firstCell[t] + local);
  }
  return ids;
}

/** Draws every cell of the memory as one square, node after node. */
function draw(canvas: HTMLCanvasElement, width: number, model: PersonalModel, pointed: number | null): void {
  const total = cellCount(model.network.bank);
  const columns = Math.ceil(Math.sqrt(total * SHAPE));
  // Finer than the screen, so that the gaps stay visible where a cell is only a few pixels wide.
  const size = Math.max(4, Math.ceil((2 * width * (window.devicePixelRatio || 1)) / columns));
  const rows = Math.ceil(total / columns);
  canvas.width = columns * size;
  canvas.height = rows * size;
  const context = canvas.getContext('2d');
  if (!context) return;
  const { cells } = model.memory;
  const marked = pointed === null ? null : cellsOf(model.network, pointed);
  // An empty cell is a small dot; a written one fills its place.
  const dot = Math.round(size * 0.6);
  for (let id = 1; id <= total; id++) {
    const count = cells[STRIDE * id + COUNT];
    const likes = cells[STRIDE * id + LIKES];
    const written = 2 * likes > count ? LIKED : 2 * likes < count ? DISLIKED : MIXED;
    context.fillStyle = count === 0 ? EMPTY : marked?.has(id) ? POINTED : written;
    const side = count === 0 ? dot : size;
    context.fillRect(((id - 1) % columns) * size, Math.floor((id - 1) / columns) * size, side, side);
  }
}

/** The whole memory, cell by cell. @param props.pointed a film whose written cells stand out */
export function MemoryPicture({ pointed = null }: { pointed?: number | null }) {
  const view = useTalk((state) => state.view);
  const model = useTalk((state) => state.model);
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && width > 0 && view) draw(canvas.current, width, model.personal(), pointed);
  }, [width, view, model, pointed]);
  const { written, total } = view.memory;
  const words = `${written.toLocaleString('en')} of ${total.toLocaleString('en')} cells written`;
  return (
    <figure className={styles.memory}>
      <div ref={ref}>
        <canvas ref={canvas} role="img" aria-label={`The memory: ${words}`} />
      </div>
      <figcaption className="tabular">{words}</figcaption>
    </figure>
  );
}
