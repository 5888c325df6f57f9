import type { ButtonHTMLAttributes } from 'react';
import styles from './RowButton.module.css';

interface RowButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** 'word' for one with letters on it, 'icon' for a square one. */
  kind: 'word' | 'icon';
  /** Quieter than the others of its kind. */
  quiet?: boolean;
}

/** A button of a row of the list. A click draws many of them anew, so it is one element and nothing else. */
export function RowButton({ kind, quiet = false, className, ...button }: RowButtonProps) {
  const classes = className ? `${styles[kind]} ${className}` : styles[kind];
  const tone = kind === 'word' ? { 'data-quiet': quiet || undefined } : { 'data-small': quiet || undefined };
  return <button type="button" className={classes} {...tone} {...button} />;
}
