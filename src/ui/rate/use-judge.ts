import { type RefCallback, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type EarlyFilm, earlyFilmOf } from '../../state/platform/early-film';
import { useApp, useModel, useRate, useReadyLibrary } from '../common/app-context';
import { IN_VIEW_MS, type Press, useInView, useShortcuts, useUndoKeys } from '../common/presses';
import type { Verdict } from './Answers';

const SITE = { place: 'rate', predictionVisible: false } as const;

/** The film to judge, and the ways to judge it, which its keys share. */
export interface Judging {
  /** Null while none is known, and when nothing is left to judge. */
  film: EarlyFilm | null;
  /** Whether the film, or that there is none, is known. */
  known: boolean;
  /** What was said of it before, if anything. */
  said: Verdict | null;
  /** The film judged just now, as long as it is seen leaving. */
  leaving: { film: EarlyFilm; verdict: Verdict } | null;
  /** Judges the film, unless the press was made before it was in view. As `takeBack`, it never changes identity. */
  judge(verdict: Verdict, press: Press): void;
  takeBack(): void;
  /** For what holds the answers. */
  answers: RefCallback<HTMLElement>;
}

/** The film that is up, and how it is answered: the model's once the public data are there, one that can be shown without before. */
function useFilmUp(found: number | null) {
  const { rate: queue, early, session } = useApp();
  const starts = useStore(session, ({ status }) => status.phase === 'loading');
  const library = useReadyLibrary();
  const current = useRate((state) => state.current);
  const skip = useRate((state) => state.skip);
  const rate = useModel((state) => state.rate);
  const first = useStore(early, ({ films }) => (starts && films[0]) || null);
  const said = useModel((state): Verdict | null => {
    if (!library || current === null) return null;
    return state.opinions.get(current) ?? (state.unseen.has(current) ? 'unseen' : null);
  });
  const film = useMemo(() => {
    if (!library) return first;
    return current === null ? null : earlyFilmOf(library.catalogue, current);
  }, [library, current, first]);
  const place = found !== null && found === current ? ('search' as const) : ('rate' as const);
  return {
    ...{ film, said, place },
    known: library !== null || first !== null,
    /** Whether the film is up still: the next one may be, and not yet drawn. */
    isUp: () => (library ? current === queue.getState().current : first === early.getState().films[0]),
    answer(verdict: Verdict) {
      if (!library || current === null) return early.getState().judge(verdict);
      rate(current, verdict, { place, predictionVisible: false });
      // The same answer again changes nothing; the next film comes all the same.
      if (queue.getState().current === current) skip();
    },
  };
}

/** @param found catalogue index of the film that was put up by searching for it, if any */
export function useJudge(found: number | null): Judging {
  const { film, known, said, place, isUp, answer } = useFilmUp(found);
  const undo = useModel((state) => state.undo);
  const last = useModel((state) => state.lastChange);
  const [leaving, setLeaving] = useState<Judging['leaving']>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const cameBack = last?.via === 'undo' && last.item === film?.item;
  const { takes, ref: answers } = useInView(film?.movieId ?? null, place === 'search' || cameBack);
  const judge = (verdict: Verdict, press: Press) => {
    if (film === null || !isUp() || !takes(press)) return;
    window.clearTimeout(timer.current);
    setLeaving({ film, verdict });
    timer.current = window.setTimeout(() => setLeaving(null), IN_VIEW_MS);
    answer(verdict);
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
  const latest = useRef(judge);
  useLayoutEffect(() => {
    latest.current = judge;
  });
  const judgeUp = useCallback((verdict: Verdict, press: Press) => latest.current(verdict, press), []);
  const takeBack = useCallback(() => undo(SITE), [undo]);
  return { film, known, said, leaving, judge: judgeUp, takeBack, answers };
}
