import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useModel } from '../../common/app-context';
import styles from './ListTabs.module.css';

/**
 * The way between the lists of films: what is suggested, and what one wants to see.
 * @param children stands at the other end of the line
 */
export function ListTabs({ children }: { children?: ReactNode }) {
  const [location] = useLocation();
  const wanted = useModel((state) => state.wanted.size);
  const lists = [
    { path: '/for-you', label: 'For you' },
    { path: '/want-to-see', label: wanted > 0 ? `Want to see · ${wanted}` : 'Want to see' },
  ];
  return (
    <div className={styles.line} data-screen-only>
      <nav className={styles.tabs} aria-label="Lists">
        {lists.map(({ path, label }) => (
          <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
