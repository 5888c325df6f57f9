import { useLibrary } from '../common/app-context';
import { EmptyView } from '../common/StateViews';
import { UndoButton } from './Answers';

/** In place of the film to judge: that none is left, and what one can do instead. */
export function AllJudged({ onUndo }: { onUndo(): void }) {
  const { count } = useLibrary().catalogue;
  return (
    <>
      <EmptyView
        title="You have judged every film"
        message={`You have judged all ${count.toLocaleString('en')} films. Find one by its title to judge it anew, or change and remove answers under My ratings.`}
        action={{ label: 'My ratings', onClick: () => window.location.assign('#/my-ratings') }}
      />
      <UndoButton onUndo={onUndo} />
    </>
  );
}
