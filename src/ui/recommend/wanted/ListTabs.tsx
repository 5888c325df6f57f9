import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import * as words from '../../../words/en/recommend/tabs';
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
    { path: '/for-you', label: words.forYou },
    { path: '/want-to-see', label: wanted > 0 ? words.wantToSeeFilms(wanted) : words.wantToSee },
  ];
  return (
    <div className={styles.line} data-screen-only>
      <nav className={styles.tabs} aria-label={words.lists}>
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
