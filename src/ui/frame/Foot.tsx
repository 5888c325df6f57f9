import { Link } from 'wouter';
import { useStore } from 'zustand';
import * as words from '../../words/en/frame/frame';
import * as titles from '../../words/en/frame/titles';
import { useApp, useKept } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './Foot.module.css';

/** The line below every screen: where the films come from, and that nothing leaves the device. */
export function Foot() {
  const kept = useKept();
  const films = useStore(useApp().session, ({ status }) =>
    status.phase === 'ready' && status.library.source.kind === 'pack'
      ? words.sourcesOfPack(status.library.source.about.name)
      : words.sources,
  );
  return (
    <footer className={styles.foot}>
      {films} {kept ? words.staysOnDevice : words.staysOnPage}{' '}
      <Link href="/your-data" className={links.quiet}>
        {titles.yourData}
      </Link>
      {' · '}
      <Link href="/about" className={links.quiet}>
        {titles.about}
      </Link>
      {' · '}
      {/* The bar of a phone has no room for it. */}
      <Link href="/talk" className={links.quiet}>
        {words.giveTalk}
      </Link>
    </footer>
  );
}
