import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Place } from '../../events/rating-event';
import { isPlain } from '../../state/list/tuning';
import * as words from '../../words/en/palette/palette';
import { useApp, useModel, useTuning } from '../common/app-context';
import { SCREEN_NAMES } from '../frame/address/routes';
import type { Named } from './match-commands';

/** What the palette can do. */
export interface Command extends Named {
  id: string;
  group: 'screens' | 'actions' | 'films';
  /** Stands behind the name, smaller. */
  hint?: string;
  /** Where it leads, as an address; where left out, the focus comes back to where it was. */
  to?: string;
  run?(): void;
}

/** Words that screens are looked for by, beside their names. */
const ALSO: Partial<Record<keyof typeof SCREEN_NAMES, string>> = {
  '/rate': words.alsoRate,
  '/for-you': words.alsoForYou,
  '/want-to-see': words.alsoWantToSee,
  '/my-ratings': words.alsoMyRatings,
  '/my-ratings/history': words.alsoHistory,
  '/my-model': words.alsoMyModel,
  '/compare': words.alsoCompare,
  '/talk': words.alsoTalk,
  '/your-data': words.alsoYourData,
  '/your-data/import': words.alsoImport,
};

/** Screens on which a click of the palette counts as made. */
const PLACES: Record<string, Place> = {
  '/for-you': 'for-you',
  '/want-to-see': 'want-to-see',
  '/film': 'film',
  '/my-ratings': 'my-ratings',
  '/my-model': 'my-model',
};

function siteNow() {
  const [, first = ''] = window.location.hash.slice(1).split(/[/?]/);
  const place = PLACES[`/${first}`] ?? 'rate';
  return { place, predictionVisible: place !== 'rate' && place !== 'my-ratings' };
}

/** The screens and what can be done now. @param addPerson opens the form for another person */
export function useCommands(addPerson: () => void): Command[] {
  const { profiles, model } = useApp();
  const { list, activeId, switchTo } = useStore(profiles);
  const { setColorScheme } = useMantineColorScheme();
  const canUndo = useModel((state) => state.canUndo);
  const canRedo = useModel((state) => state.canRedo);
  const tuned = useTuning((state) => !isPlain(state.tuning));
  const reset = useTuning((state) => state.reset);
  return useMemo(() => {
    // A talk is a stage: nobody's own ratings are touched from there.
    const talks = window.location.hash.startsWith('#/talk');
    const screens = Object.entries(SCREEN_NAMES).map(
      ([path, name]): Command => ({
        ...{ id: path, group: 'screens', name, to: `#${path}` },
        also: ALSO[path as keyof typeof SCREEN_NAMES],
      }),
    );
    const act = (name: string, run: () => void, more: Partial<Command> = {}): Command => ({
      ...{ id: name, group: 'actions', name, run },
      ...more,
    });
    const { undo, redo } = model.getState();
    const own = [
      ...(canUndo
        ? [act(words.undo, () => undo(siteNow()), { hint: words.undoHint, also: words.alsoUndo })]
        : []),
      ...(canRedo ? [act(words.redo, () => redo(siteNow()), { hint: words.redoHint })] : []),
      ...(tuned ? [act(words.resetTuning, () => reset(), { also: words.alsoResetTuning })] : []),
      ...list
        .filter(({ id }) => id !== activeId)
        .map(({ id, name }) =>
          act(words.switchTo(name), () => void switchTo(id), {
            id: `person ${id}`,
            also: words.alsoSwitchTo,
          }),
        ),
      act(words.addPerson, addPerson, { also: words.alsoAddPerson }),
    ];
    const colours = [
      act(words.daylight, () => setColorScheme('light'), { also: words.alsoDaylight }),
      act(words.darkRoom, () => setColorScheme('dark'), { also: words.alsoDarkRoom }),
      act(words.asDevice, () => setColorScheme('auto'), { also: words.alsoAsDevice }),
    ];
    return [...screens, ...(talks ? [] : own), ...colours];
  }, [model, list, activeId, switchTo, setColorScheme, canUndo, canRedo, tuned, reset, addPerson]);
}
