import { NativeSelect } from '@mantine/core';
import { WISHES_IN_LIST, type WishesInList } from '../../../data/tuning';
import { useTuning } from '../../common/app-context';

const LABELS: Record<WishesInList, string> = {
  any: 'all films',
  only: 'only films I want to see',
  without: 'all but films I want to see',
};

/** Draws For you from what one wants to see, or without it. */
export function WishesField({ className }: { className?: string }) {
  const wishes = useTuning((state) => state.tuning.wishes);
  const setWishes = useTuning((state) => state.setWishes);
  return (
    <NativeSelect
      className={className}
      label="In For you, show"
      value={wishes}
      data={WISHES_IN_LIST.map((value) => ({ value, label: LABELS[value] }))}
      onChange={({ currentTarget }) => setWishes(currentTarget.value as WishesInList)}
    />
  );
}
