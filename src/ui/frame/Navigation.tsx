import { UnstyledButton } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import { Link, useLocation } from 'wouter';

/** One entry of the navigation. */
export interface NavigationItem {
  /** Route as wouter sees it, e.g. "/rate". */
  path: string;
  label: string;
  icon: LucideIcon;
  /** Left out of the bar at the bottom of narrow screens. */
  wideOnly?: boolean;
}

/** A screen is current on its own path and below it; the root path belongs to the first screen. */
function isCurrent(items: readonly NavigationItem[], index: number, location: string): boolean {
  const { path } = items[index];
  if (location === '/' || location === '') return index === 0;
  return location === path || location.startsWith(`${path}/`);
}

/** Links to the screens, with their icons in the bar of narrow screens. */
export function NavigationLinks({ items, icons }: { items: readonly NavigationItem[]; icons: boolean }) {
  const [location] = useLocation();
  return items.map(({ path, label, icon: Icon, wideOnly }, index) =>
    icons && wideOnly ? null : (
      <UnstyledButton
        key={path}
        component={Link}
        href={path}
        className="app-nav-link"
        aria-current={isCurrent(items, index, location) ? 'page' : undefined}
      >
        {icons && <Icon size={21} strokeWidth={1.9} aria-hidden />}
        <span>{label}</span>
      </UnstyledButton>
    ),
  );
}
