import { Link } from 'wouter';
import { useKept } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './Foot.module.css';

/** The line below every screen: where the films come from, and that nothing leaves the device. */
export function Foot() {
  const kept = useKept();
  return (
    <footer className={styles.foot}>
      Films and ratings: MovieLens and TMDB.{' '}
      {kept
        ? 'Everything you do stays on this device.'
        : 'Everything you do stays on this page, and is gone when you close it.'}{' '}
      <Link href="/your-data" className={links.quiet}>
        Your data
      </Link>
      {' · '}
      <Link href="/about" className={links.quiet}>
        About
      </Link>
    </footer>
  );
}
