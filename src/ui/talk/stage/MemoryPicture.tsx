import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { CellLook } from '../../../wnn/inspect/memory-picture';
import * as words from '../../../words/en/talk/room';
import { useTalk } from '../use-talk';
import styles from './MemoryPicture.module.css';

/** Colours of cells. */
const COLOURS: Record<CellLook, string> = {
  empty: '#4d4439',
  liked: '#7fd6a8',
  disliked: '#ff8f95',
  mixed: '#e9dcc3',
  pointed: '#ffc233',
};

/** Width over height. */
const SHAPE = 1.15;

/** Draws every cell of the memory as one square, node after node. */
function draw(canvas: HTMLCanvasElement, width: number, looks: readonly CellLook[]): void {
  const columns = Math.ceil(Math.sqrt(looks.length * SHAPE));
  // Finer than the screen, so that the gaps stay visible where a cell is only a few pixels wide.
  const size = Math.max(4, Math.ceil((2 * width * (window.devicePixelRatio || 1)) / columns));
  canvas.width = columns * size;
  canvas.height = Math.ceil(looks.length / columns) * size;
  const context = canvas.getContext('2d');
  if (!context) return;
  // An empty cell is a small dot; a written one fills its place.
  const dot = Math.round(size * 0.6);
  looks.forEach((look, at) => {
    context.fillStyle = COLOURS[look];
    const side = look === 'empty' ? dot : size;
    context.fillRect((at % columns) * size, Math.floor(at / columns) * size, side, side);
  });
}

/** The whole memory, cell by cell. @param props.pointed a film whose written cells stand out */
export function MemoryPicture({ pointed = null }: { pointed?: number | null }) {
  const view = useTalk((state) => state.view);
  const model = useTalk((state) => state.model);
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && width > 0 && view) draw(canvas.current, width, model.picture(pointed));
  }, [width, view, model, pointed]);
  const { written, total } = view.memory;
  return (
    <figure className={styles.memory}>
      <div ref={ref}>
        <canvas ref={canvas} role="img" aria-label={words.memoryWritten(written, total)} />
      </div>
      <figcaption className="tabular">{words.cellsWritten(written, total)}</figcaption>
    </figure>
  );
}
