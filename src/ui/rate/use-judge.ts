import { type RefCallback, useEffect, useRef, useState } from 'react';
import { useApp, useModel, useRate } from '../common/app-context';
import { IN_VIEW_MS, type Press, useInView, useShortcuts, useUndoKeys } from '../common/presses';
import type { Verdict } from './Answers';

const SITE = { place: 'rate', predictionVisible: false } as const;

/** The film to judge, and the ways to judge it, which its keys share. */
export interface Judging {
  /** Catalogue index; null when nothing is left to judge. */
  current: number | null;
  /** What was said of it before, if anything. */
  said: Verdict | null;
  /** The film judged just now, as long as it is seen leaving. */
  leaving: { item: number; verdict: Verdict } | null;
  /** Judges the film, unless the press was made before it was in view. */
  judge(verdict: Verdict, press: Press): void;
  takeBack(): void;
  /** For what holds the answers. */
  answers: RefCallback<HTMLElement>;
}

/** @param found catalogue index of the film that was put up by searching for it, if any */
export function useJudge(found: number | null): Judging {
  const { rate: queue } = useApp();
  const current = useRate((state) => state.current);
  const skip = useRate((state) => state.skip);
  const rate = useModel((state) => state.rate);
  const undo = useModel((state) => state.undo);
  const last = useModel((state) => state.lastChange);
  const said = useModel((state): Verdict | null => {
    if (current === null) return null;
    return state.seen.get(current) ?? (state.unseen.has(current) ? 'unseen' : null);
  });
  const [leaving, setLeaving] = useState<Judging['leaving']>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const place = found !== null && found === current ? 'search' : 'rate';
  const cameBack = last?.via === 'undo' && last.item === current;
  const { takes, ref: answers } = useInView(current, place === 'search' || cameBack);
  const judge = (verdict: Verdict, press: Press) => {
    // The next film may be up already and not yet drawn.
    if (current === null || current !== queue.getState().current || !takes(press)) return;
    window.clearTimeout(timer.current);
    setLeaving({ item: current, verdict });
    timer.current = window.setTimeout(() => setLeaving(null), IN_VIEW_MS);
    rate(current, verdict, { place, predictionVisible: false });
    // The same answer again changes nothing; the next film comes all the same.
    if (queue.getState().current === current) skip();
  };
  const like = (press: Press) => judge('like', press);
  const dislike = (press: Press) => judge('dislike', press);
  const soSo = (press: Press) => judge('so-so', press);
  const unseen = (press: Press) => judge('unseen', press);
  useShortcuts({
    ...{ l: like, d: dislike, s: soSo, n: unseen },
    ...{ ArrowRight: like, ArrowLeft: dislike, ArrowDown: unseen },
  });
  useUndoKeys(SITE);
  return { current, said, leaving, judge, takeBack: () => undo(SITE), answers };
}
