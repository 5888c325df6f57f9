import { UnstyledButton } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import * as words from '../../words/en/frame/frame';
import styles from './Navigation.module.css';

/** One entry of the navigation. */
export interface NavigationItem {
  /** Route as wouter sees it, e.g. "/rate". */
  path: string;
  label: string;
  icon: LucideIcon;
  /** A route that belongs to it too. */
  also?: string;
  /** Left out of the bar at the bottom of narrow screens. */
  wideOnly?: boolean;
}

/** A screen is current on its own path and below it; the root path belongs to the first screen. */
function isCurrent(items: readonly NavigationItem[], index: number, location: string): boolean {
  const { path, also } = items[index];
  if (location === '/' || location === '') return index === 0;
  return location === path || location === also || location.startsWith(`${path}/`);
}

interface NavigationProps {
  items: readonly NavigationItem[];
  /** In the header of wide screens, in words; at the bottom of narrow ones, with icons. */
  bar: 'top' | 'bottom';
}

/** The way to every screen; the one that is shown is marked. */
export function Navigation({ items, bar }: NavigationProps) {
  const [location] = useLocation();
  const icons = bar === 'bottom';
  return (
    <nav className={styles[bar]} aria-label={words.screens}>
      {items.map(({ path, label, icon: Icon, wideOnly }, index) =>
        icons && wideOnly ? null : (
          <UnstyledButton
            key={path}
            component={Link}
            href={path}
            className={styles.link}
            aria-current={isCurrent(items, index, location) ? 'page' : undefined}
          >
            {icons && <Icon size={21} strokeWidth={1.9} aria-hidden />}
            <span>{label}</span>
          </UnstyledButton>
        ),
      )}
    </nav>
  );
}
