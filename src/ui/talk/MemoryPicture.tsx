import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { COUNT, LIKES, STRIDE } from '../../wnn/memory';
import { cellCount, NO_CELL } from '../../wnn/node-bank';
import type { PersonalModel } from '../../wnn/personal-model';
import { useTalk } from './use-talk';

/** Colours of cells: empty, more liked, more disliked, both alike, and those of the film that is pointed at. */
const EMPTY = '#2b2621';
const LIKED = '#7fd6a8';
const DISLIKED = '#ff8f95';
const MIXED = '#e9dcc3';
const POINTED = '#ffc233';

/** Ids of the cells that a film addresses. */
function cellsOf({ bank }: PersonalModel['shared'], item: number): Set<number> {
  const ids = new Set<number>();
  for (let t = 0; t < bank.nodeCount; t++) {
    const local = bank.cell[t * bank.itemCount + item];
    if (local !== NO_CELL) ids.add(bank.firstCell[t] + local);
  }
  return ids;
}

/** Draws every cell of the memory as one square, node after node. */
function draw(canvas: HTMLCanvasElement, width: number, model: PersonalModel, pointed: number | null): void {
  const total = cellCount(model.shared.bank);
  const scale = window.devicePixelRatio || 1;
  // As wide as five is to three; whole device pixels, so that no square is blurred.
  const columns = Math.ceil(Math.sqrt((total * 5) / 3));
  const size = Math.max(2, Math.floor((width * scale) / columns));
  const rows = Math.ceil(total / columns);
  canvas.width = columns * size;
  canvas.height = rows * size;
  const context = canvas.getContext('2d');
  if (!context) return;
  const { cells } = model.memory;
  const marked = pointed === null ? null : cellsOf(model.shared, pointed);
  const dot = size > 2 ? size - 1 : size;
  for (let id = 1; id <= total; id++) {
    const count = cells[STRIDE * id + COUNT];
    const likes = cells[STRIDE * id + LIKES];
    const written = 2 * likes > count ? LIKED : 2 * likes < count ? DISLIKED : MIXED;
    context.fillStyle = count === 0 ? EMPTY : marked?.has(id) ? POINTED : written;
    context.fillRect(((id - 1) % columns) * size, Math.floor((id - 1) / columns) * size, dot, dot);
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
    <figure className="talk-memory">
      <div ref={ref}>
        <canvas ref={canvas} role="img" aria-label={`The memory: ${words}`} />
      </div>
      <figcaption className="tabular">{words}</figcaption>
    </figure>
  );
}
