import { Link } from 'wouter';
import links from '../common/links.module.css';
import styles from './Foot.module.css';

/** The line below every screen: where the films come from, and that nothing leaves the device. */
export function Foot() {
  return (
    <footer className={styles.foot}>
      Films and ratings: MovieLens and TMDB. Everything you do stays on this device.{' '}
      <Link href="/about" className={links.quiet}>
        About
      </Link>
    </footer>
  );
}
