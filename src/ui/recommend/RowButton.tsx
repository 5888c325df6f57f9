import type { ButtonHTMLAttributes } from 'react';
import styles from './RowButton.module.css';

interface RowButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Makes it a square button with this sign, which needs a name; left out for one with letters on it. */
  sign?: 'like' | 'dislike' | 'hide' | 'want';
  /** Quieter than the others of its kind. */
  quiet?: boolean;
}

/**
 * A button of a row of the list. A click draws and moves many of them, so it is one element and nothing else: its sign is painted by the
 * style sheet, because what browsers take longest to lay out anew in a row that moves is drawings in the document.
 */
export function RowButton({ sign, quiet = false, className, ...button }: RowButtonProps) {
  const own = sign ? styles.icon : styles.word;
  const classes = className ? `${own} ${className}` : own;
  const tone = sign
    ? { 'data-sign': sign, 'data-small': quiet || undefined }
    : { 'data-quiet': quiet || undefined };
  return <button type="button" className={classes} {...tone} {...button} />;
}
