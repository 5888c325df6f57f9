import { Text } from '@mantine/core';
import { Link } from 'wouter';
import * as words from '../../words/en/ratings/list';
import { useModel } from '../common/app-context';
import links from '../common/links.module.css';
import { sentence } from '../common/sentence';

/** How many films that were judged are not among those in use; nothing where all are. */
export function Waiting() {
  const waiting = useModel((state) => state.waiting);
  if (waiting === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {sentence(
        words.waiting(waiting, (text) => (
          <Link href="/your-data" className={links.quiet}>
            {text}
          </Link>
        )),
      )}
    </Text>
  );
}
