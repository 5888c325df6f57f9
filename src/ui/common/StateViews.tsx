import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import * as words from '../../words/en/common/states';
import styles from './StateViews.module.css';

/** One thing the person can do about it. */
interface StateAction {
  label: string;
  onClick: () => void;
  loading?: boolean;
}

interface DrawingProps {
  beamed?: boolean;
  broken?: boolean;
}

/** An empty cinema in the tiles' language: screen, beam, rows of seats. */
function EmptyHouse({ beamed = false, broken = false }: DrawingProps) {
  return (
    <svg viewBox="0 0 120 132" className={styles.art} aria-hidden="true" focusable="false">
      <rect width="120" height="132" rx="3" fill="#27313d" />
      <path d="M60 126L14 64H106Z" fill="#3d4a57" className={beamed ? styles.beam : undefined} />
      <rect x="14" y="16" width="92" height="48" fill="#f1e4c4" />
      {broken ? (
        <path d="M52 16L60 34L50 42L62 64H72L64 44L74 36L63 16Z" fill="#27313d" />
      ) : (
        <path d="M40 64a20 20 0 0 1 40 0Z" fill="#e8743b" />
      )}
      <path
        d="M8 104a8 8 0 0 1 16 0v10H8ZM30 104a8 8 0 0 1 16 0v10H30ZM52 104a8 8 0 0 1 16 0v10H52ZM74 104a8 8 0 0 1 16 0v10H74ZM96 104a8 8 0 0 1 16 0v10H96Z"
        fill="#a8321f"
      />
      <path
        d="M-3 120a8 8 0 0 1 16 0v12H-3ZM19 120a8 8 0 0 1 16 0v12H19ZM41 120a8 8 0 0 1 16 0v12H41ZM63 120a8 8 0 0 1 16 0v12H63ZM85 120a8 8 0 0 1 16 0v12H85ZM107 120a8 8 0 0 1 16 0v12H107Z"
        fill="#d1492f"
      />
    </svg>
  );
}

/** Calm wait: says what is being loaded. Announced politely. */
export function LoadingView({ what }: { /** "Loading the films" */ what: string }) {
  return (
    <div className={styles.view} role="status" aria-live="polite">
      <EmptyHouse beamed />
      <Text size="lg" fw={500}>
        {what}…
      </Text>
    </div>
  );
}

/** What failed, in words, and what can be done about it. */
export interface ErrorViewProps {
  title: string;
  /** What happened and what it means, in plain words. */
  message: ReactNode;
  /** For whoever wants to report it: error text, version. Hidden until asked for. */
  details?: string;
  /** Whether details are shown without being asked for. */
  detailsOpen?: boolean;
  /** Level of the heading: 1 (default) where the view fills the page. */
  order?: 1 | 2 | 3;
  /** The first is the recommended one. */
  actions?: readonly StateAction[];
}

/** Says what failed, what is safe, and what to do. */
export function ErrorView({
  title,
  message,
  details,
  detailsOpen = false,
  order = 1,
  actions = [],
}: ErrorViewProps) {
  const [open, { toggle }] = useDisclosure(detailsOpen);
  return (
    <div className={styles.view} role="alert">
      <EmptyHouse broken />
      <Stack gap="xs" align="center" maw={460}>
        <Title order={order} size="h2">
          {title}
        </Title>
        <Text component="div">{message}</Text>
      </Stack>
      <div className={styles.actions}>
        {actions.map((action, index) => (
          <Button
            key={action.label}
            variant={index === 0 ? 'filled' : 'default'}
            onClick={action.onClick}
            loading={action.loading}
          >
            {action.label}
          </Button>
        ))}
        {details && (
          <Button variant="subtle" onClick={toggle} aria-expanded={open}>
            {open ? words.hideDetails : words.details}
          </Button>
        )}
      </div>
      {details && open && (
        <Code block className={styles.details}>
          {details}
        </Code>
      )}
    </div>
  );
}

/** What is not there yet, in words, and what changes that. */
export interface EmptyViewProps {
  title: string;
  /** One sentence: why there is nothing yet. */
  message: string;
  /** Level of the heading; 2 by default, under the screen's own. */
  order?: 1 | 2 | 3;
  action?: StateAction;
}

/** Nothing here yet, and the one thing that changes it. */
export function EmptyView({ title, message, order = 2, action }: EmptyViewProps) {
  return (
    <div className={styles.view}>
      <EmptyHouse />
      <Stack gap="xs" align="center" maw={440}>
        <Title order={order} size="h2">
          {title}
        </Title>
        <Text>{message}</Text>
      </Stack>
      {action && (
        <Button size="md" onClick={action.onClick} loading={action.loading}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
