import * as words from '../../words/en/rate/answers';
import { useLibrary } from '../common/app-context';
import { EmptyView } from '../common/StateViews';
import { UndoButton } from './Answers';

/** In place of the film to judge: that none is left, and what one can do instead. */
export function AllJudged({ onUndo }: { onUndo(): void }) {
  const { count } = useLibrary().catalogue;
  return (
    <>
      <EmptyView
        title={words.allJudged}
        message={words.allJudgedMore(count)}
        action={{ label: words.myRatings, onClick: () => window.location.assign('#/my-ratings') }}
      />
      <UndoButton onUndo={onUndo} />
    </>
  );
}
