import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useApp, useKept } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './Foot.module.css';

/** The line below every screen: where the films come from, and that nothing leaves the device. */
export function Foot() {
  const kept = useKept();
  const films = useStore(useApp().session, ({ status }) =>
    status.phase === 'ready' && status.library.source.kind === 'pack'
      ? `Films: ${status.library.source.about.name}, by MovieLens, and TMDB`
      : 'Films and ratings: MovieLens and TMDB',
  );
  return (
    <footer className={styles.foot}>
      {films}.{' '}
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
      {' · '}
      {/* The bar of a phone has no room for it. */}
      <Link href="/talk" className={links.quiet}>
        Give a talk
      </Link>
    </footer>
  );
}
