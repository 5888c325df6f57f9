import { ActionIcon, Anchor, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

/** One entry of the navigation. */
export interface NavigationItem {
  /** Route as wouter sees it, e.g. "/rate". */
  path: string;
  label: string;
  icon: LucideIcon;
  /** Left out of the bar at the bottom of narrow screens. */
  wideOnly?: boolean;
}

export interface AppFrameProps {
  /** Screens that exist, in order; the first is where the wordmark leads. */
  items: readonly NavigationItem[];
  /** Who is rating: a menu. */
  profile?: ReactNode;
  /** Where the data stands ("Saved", "Not saved"): a short indicator. */
  storage?: ReactNode;
  children: ReactNode;
}

/** A screen is current on its own path and below it; the root path belongs to the first screen. */
function isCurrent(items: readonly NavigationItem[], index: number, location: string): boolean {
  const { path } = items[index];
  if (location === '/' || location === '') return index === 0;
  return location === path || location.startsWith(`${path}/`);
}

function NavigationLinks({ items, icons }: { items: readonly NavigationItem[]; icons: boolean }) {
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

const SCHEMES = {
  auto: { next: 'light', icon: Monitor, says: 'Colours follow the device' },
  light: { next: 'dark', icon: Sun, says: 'Daylight colours' },
  dark: { next: 'auto', icon: Moon, says: 'Dark-room colours' },
} as const;

/** Steps through: as the device says, daylight, dark room. */
function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Icon, says } = SCHEMES[colorScheme];
  const label = `${says}. Switch: ${SCHEMES[next].says.toLowerCase()}`;
  return (
    <Tooltip label={says}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="inherit"
        size={40}
        aria-label={label}
        onClick={() => setColorScheme(next)}
      >
        <Icon size={19} strokeWidth={1.9} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
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
  const shown = useRef(location);

  useEffect(() => {
    const before = shown.current;
    if (before === location) return;
    shown.current = location;
    // The address alone leads on to the first screen: an arrival, where focus stays at the top of the page.
    if (before === '/' || before === '') return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location]);

  const single = items.length < 2;
  return (
    <div className="app-frame" data-single={single || undefined}>
      <Anchor
        href="#main"
        className="app-skip"
        underline="never"
        onClick={(event) => {
          // The hash is the route; the link moves focus instead.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to content
      </Anchor>
      <header className="app-header">
        <div className="app-header-row">
          <Link href={items[0]?.path ?? '/'} className="app-wordmark">
            <Mark />
            Weightless
          </Link>
          {!single && (
            <nav className="app-nav-top" aria-label="Screens">
              <NavigationLinks items={items} icons={false} />
            </nav>
          )}
          <div className="app-tools">
            {storage}
            <ColorSchemeToggle />
            {profile}
          </div>
        </div>
      </header>
      <main className="app-main" id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {!single && (
        <nav className="app-nav-bottom" aria-label="Screens">
          <NavigationLinks items={items} icons />
        </nav>
      )}
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
