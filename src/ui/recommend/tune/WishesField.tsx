import { NativeSelect } from '@mantine/core';
import { WISHES_IN_LIST, type WishesInList } from '../../../data/tuning';
import * as words from '../../../words/en/recommend/wishes';
import { useTuning } from '../../common/app-context';

const LABELS: Record<WishesInList, string> = {
  any: words.all,
  only: words.only,
  without: words.without,
};

/** Draws For you from what one wants to see, or without it. */
export function WishesField({ className }: { className?: string }) {
  const wishes = useTuning((state) => state.tuning.wishes);
  const setWishes = useTuning((state) => state.setWishes);
  return (
    <NativeSelect
      className={className}
      label={words.show}
      value={wishes}
      data={WISHES_IN_LIST.map((value) => ({ value, label: LABELS[value] }))}
      onChange={({ currentTarget }) => setWishes(currentTarget.value as WishesInList)}
    />
  );
}
