import { useMantineColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Place } from '../../events/rating-event';
import { isPlain } from '../../state/list/tuning';
import { useApp, useModel, useTuning } from '../common/app-context';
import { SCREEN_NAMES } from '../frame/address/routes';
import type { Named } from './match-commands';

/** What the palette can do. */
export interface Command extends Named {
  id: string;
  group: 'Screens' | 'Actions' | 'Films';
  /** Stands behind the name, smaller. */
  hint?: string;
  /** Where it leads, as an address; where left out, the focus comes back to where it was. */
  to?: string;
  run?(): void;
}

/** Words that screens are looked for by, beside their names. */
const ALSO: Partial<Record<keyof typeof SCREEN_NAMES, string>> = {
  '/rate': 'judge films',
  '/for-you': 'list recommendations',
  '/want-to-see': 'watchlist',
  '/my-ratings': 'answers liked disliked',
  '/my-ratings/history': 'time travel past',
  '/my-model': 'network memory taste',
  '/compare': 'systems accuracy',
  '/talk': 'stage presentation',
  '/your-data': 'backup save export erase catalogue',
  '/your-data/import': 'import letterboxd imdb trakt',
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
        ...{ id: path, group: 'Screens', name, to: `#${path}` },
        also: ALSO[path as keyof typeof SCREEN_NAMES],
      }),
    );
    const act = (name: string, run: () => void, more: Partial<Command> = {}): Command => ({
      ...{ id: name, group: 'Actions', name, run },
      ...more,
    });
    const { undo, redo } = model.getState();
    const own = [
      ...(canUndo ? [act('Undo', () => undo(siteNow()), { hint: 'the last click', also: 'take back' })] : []),
      ...(canRedo ? [act('Redo', () => redo(siteNow()), { hint: 'what was undone' })] : []),
      ...(tuned ? [act('Reset the tuning', () => reset(), { also: 'tune filter list' })] : []),
      ...list
        .filter(({ id }) => id !== activeId)
        .map(({ id, name }) =>
          act(`Switch to ${name}`, () => void switchTo(id), { id: `person ${id}`, also: 'person profile' }),
        ),
      act('Add a person', addPerson, { also: 'profile new' }),
    ];
    const colours = [
      act('Daylight colours', () => setColorScheme('light'), { also: 'theme light bright' }),
      act('Dark-room colours', () => setColorScheme('dark'), { also: 'theme night black' }),
      act('Colours as the device has them', () => setColorScheme('auto'), { also: 'theme auto system' }),
    ];
    return [...screens, ...(talks ? [] : own), ...colours];
  }, [model, list, activeId, switchTo, setColorScheme, canUndo, canRedo, tuned, reset, addPerson]);
}
