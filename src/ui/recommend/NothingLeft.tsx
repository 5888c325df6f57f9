import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { isPlain } from '../../state/list/tuning';
import * as words from '../../words/en/recommend/list';
import { useLibrary, useModel, useTuning } from '../common/app-context';
import links from '../common/links.module.css';
import { sentence } from '../common/sentence';

/** Whether every film of the catalogue was seen and judged. */
export function useAllRated(): boolean {
  const { catalogue } = useLibrary();
  return useModel((state) => state.opinions.size >= catalogue.count);
}

/** In place of a list without films: why it has none, and what one can do. */
export function NothingLeft() {
  const { catalogue } = useLibrary();
  const allRated = useAllRated();
  const tuned = useTuning((state) => !isPlain(state.tuning));
  if (allRated) {
    return (
      <Text py="md">
        {sentence(
          words.allRated(catalogue.count, (text) => (
            <Link href="/my-ratings" className={links.quiet}>
              {text}
            </Link>
          )),
        )}
      </Text>
    );
  }
  return <Text py="md">{tuned ? words.noneFits : words.onlyAsked}</Text>;
}
