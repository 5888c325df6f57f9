import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { useModel } from '../common/app-context';
import links from '../common/links.module.css';

/** How many films that were judged are not among those in use; nothing where all are. */
export function Waiting() {
  const waiting = useModel((state) => state.waiting);
  if (waiting === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {waiting === 1 ? 'One film that you judged is' : `${waiting} films that you judged are`} not among the
      films in use. What you said of {waiting === 1 ? 'it' : 'them'} is kept, and counts again with{' '}
      <Link href="/your-data" className={links.quiet}>
        films that have {waiting === 1 ? 'it' : 'them'}
      </Link>
      .
    </Text>
  );
}
