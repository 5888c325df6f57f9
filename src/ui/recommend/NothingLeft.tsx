import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { isPlain } from '../../state/list/tuning';
import { useLibrary, useModel, useTuning } from '../common/app-context';
import links from '../common/links.module.css';

/** Whether every film of the catalogue was seen and judged. */
export function useAllRated(): boolean {
  const { catalogue } = useLibrary();
  return useModel((state) => state.seen.size >= catalogue.count);
}

/** In place of a list without films: why it has none, and what one can do. */
export function NothingLeft() {
  const { catalogue } = useLibrary();
  const allRated = useAllRated();
  const tuned = useTuning((state) => !isPlain(state.tuning));
  if (allRated) {
    return (
      <Text py="md">
        Nothing is left to suggest: you have rated all {catalogue.count.toLocaleString('en')} films.{' '}
        <Link href="/my-ratings" className={links.quiet}>
          Remove an answer
        </Link>{' '}
        and the film can be suggested again.
      </Text>
    );
  }
  return (
    <Text py="md">
      {tuned ? 'No film fits what you tuned.' : 'The only films left are the ones you are being asked about.'}
    </Text>
  );
}
