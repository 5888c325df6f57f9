import { Button } from '@mantine/core';
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import * as historyWords from '../../../words/en/ratings/history';
import styles from './Slider.module.css';

const LEAP = 10;

interface SliderProps {
  /** The moment that is shown: how many steps of the log were made by then. */
  step: number;
  /** The present. */
  last: number;
  /** The moment in words, for those who do not see where the slider stands. */
  words: string;
  /** Called with a step, which may lie outside 0 .. `last`. */
  onGo(step: number): void;
}

/** Leads through the log, one step or ten at a time. */
export function Slider({ step, last, words, onGo }: SliderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const leap = { PageUp: LEAP, PageDown: -LEAP }[event.key];
    if (leap === undefined) return;
    event.preventDefault();
    onGo(step + leap);
  };
  return (
    <div className={styles.travel}>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={last}
        step={1}
        value={step}
        aria-label={historyWords.slider}
        aria-valuetext={words}
        onChange={(event) => onGo(Number(event.currentTarget.value))}
        onKeyDown={onKeyDown}
      />
      <div className={styles.steps}>
        <Button variant="default" size="sm" disabled={step === 0} onClick={() => onGo(step - LEAP)}>
          <ChevronsLeft size={17} aria-hidden /> {historyWords.tenBack}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={step === 0}
          onClick={() => onGo(step - 1)}
          aria-label={historyWords.oneBack}
        >
          <ChevronLeft size={17} aria-hidden />
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={step === last}
          onClick={() => onGo(step + 1)}
          aria-label={historyWords.oneForward}
        >
          <ChevronRight size={17} aria-hidden />
        </Button>
        <Button variant="default" size="sm" disabled={step === last} onClick={() => onGo(step + LEAP)}>
          {historyWords.tenForward} <ChevronsRight size={17} aria-hidden />
        </Button>
      </div>
    </div>
  );
}
