import { Button } from '@mantine/core';
import { Eraser, FolderDown, History, Redo2, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import * as words from '../../words/en/ratings/list';
import { useModel } from '../common/app-context';
import styles from './RatingsTools.module.css';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;

/** Undo and redo, the way to one's data, and once something was clicked, to the history and to forgetting. */
export function RatingsTools({ onForget }: { onForget: () => void }) {
  const clicks = useModel((state) => state.events.length);
  const canUndo = useModel((state) => state.canUndo);
  const canRedo = useModel((state) => state.canRedo);
  const undo = useModel((state) => state.undo);
  const redo = useModel((state) => state.redo);
  return (
    <div className={styles.tools}>
      <Button
        variant="subtle"
        size="sm"
        disabled={!canUndo}
        leftSection={<Undo2 size={17} aria-hidden />}
        onClick={() => undo(SITE)}
      >
        {words.undo}
      </Button>
      <Button
        variant="subtle"
        size="sm"
        disabled={!canRedo}
        leftSection={<Redo2 size={17} aria-hidden />}
        onClick={() => redo(SITE)}
      >
        {words.redo}
      </Button>
      {clicks > 0 && (
        <>
          <Button
            component={Link}
            href="/my-ratings/history"
            variant="subtle"
            size="sm"
            leftSection={<History size={17} aria-hidden />}
          >
            {words.history}
          </Button>
          <Button
            variant="subtle"
            size="sm"
            leftSection={<Eraser size={17} aria-hidden />}
            onClick={onForget}
          >
            {words.forget}
          </Button>
        </>
      )}
      <Button
        component={Link}
        href="/your-data"
        variant="subtle"
        size="sm"
        leftSection={<FolderDown size={17} aria-hidden />}
      >
        {words.yourData}
      </Button>
    </div>
  );
}
