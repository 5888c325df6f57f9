import { Anchor } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { Link, Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import * as words from '../../words/en/frame/frame';
import * as titles from '../../words/en/frame/titles';
import styles from './AppFrame.module.css';
import { DocumentTitle } from './address/DocumentTitle';
import { useArrival } from './address/use-arrival';
import { ColorSchemeToggle } from './ColorSchemeToggle';
import { Navigation, type NavigationItem } from './Navigation';

/** What stands in the frame around every screen. */
export interface AppFrameProps {
  /** Screens that exist, in order; the first is where the wordmark leads. */
  items: readonly NavigationItem[];
  /** Who is rating: a menu. */
  profile?: ReactNode;
  /** Where the data stands ("Saved", "Not saved"): a short indicator. */
  storage?: ReactNode;
  children: ReactNode;
}

/** The mark: two projector beams that cross into a W. */
function Mark() {
  return (
    <svg width="27" height="22" viewBox="0 0 27 22" aria-hidden="true" focusable="false">
      <path fill="currentColor" fillOpacity="0.55" d="M0 2H17L8.5 21Z" />
      <path fill="currentColor" fillOpacity="0.8" d="M10 2H27L18.5 21Z" />
    </svg>
  );
}

function Frame({ items, profile, storage, children }: AppFrameProps) {
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  useArrival(location, main);

  const single = items.length < 2;
  return (
    <div className={styles.frame} data-single={single || undefined}>
      <DocumentTitle />
      <Anchor
        href="#main"
        className={styles.skip}
        underline="never"
        onClick={(event) => {
          // The hash is the route; the link moves focus instead.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </Anchor>
      <header className={styles.header}>
        <div className={styles.headerRow}>
          <Link href={items[0]?.path ?? '/'} className={styles.wordmark}>
            <Mark />
            {titles.appName}
          </Link>
          {!single && <Navigation items={items} bar="top" />}
          <div className={styles.tools}>
            {storage}
            <ColorSchemeToggle />
            {profile}
          </div>
        </div>
      </header>
      <main className={styles.main} id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {!single && <Navigation items={items} bar="bottom" />}
    </div>
  );
}

/** The route alone: what a screen keeps behind "?" is its own affair and changes no screen. */
const usePathInHash = (): ReturnType<typeof useHashLocation> => {
  const [location, navigate] = useHashLocation();
  return [location.split('?')[0], navigate];
};
const hrefInHash = (href: string) => `#${href}`;

/** Header, navigation and main landmark around every screen; routes live in the hash. */
export function AppFrame(props: AppFrameProps) {
  return (
    <Router hook={usePathInHash} hrefs={hrefInHash}>
      <Frame {...props} />
    </Router>
  );
}
