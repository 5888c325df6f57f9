import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { OwnFilmFacts } from '../../state/catalogues/own-films';
import * as words from '../../words/en/own-films/add';
import { notLoaded } from '../../words/en/own-films/form';
import { useApp, useLibrary } from '../common/app-context';
import { filmLine } from '../common/film-facts';
import { FilmForm } from './FilmForm';
import { draftOfQuery, type FilmDraft } from './film-draft';
import { useOwnFilms } from './use-own-films';

interface AddFilmProps {
  /** What was searched for in vain. */
  query: string;
  /** Called with a film that was here all the time. */
  onChoose(item: number): void;
  onClose(): void;
}

/** Adds a film that is not in the catalogue, and puts it up to be judged. */
export function AddFilm({ query, onChoose, onClose }: AddFilmProps) {
  const { rate, ownFilms } = useApp();
  const { catalogue } = useLibrary();
  const actions = useOwnFilms();
  const choose = (item: number) => {
    onChoose(item);
    onClose();
  };
  const same = ({ title, year }: FilmDraft): number | null =>
    actions?.sameFilm({ title, year: /^\d{4}$/.test(year.trim()) ? Number(year) : 0 }) ?? null;
  const add = async (facts: OwnFilmFacts): Promise<string | null> => {
    try {
      const added = await (await ownFilms()).add(facts);
      if (typeof added === 'string') return added;
      // The screen was drawn anew with the film in it.
      rate.getState().show(added);
      onClose();
      return null;
    } catch {
      return notLoaded;
    }
  };
  return (
    <Modal opened onClose={onClose} title={words.dialog}>
      <Stack>
        <Text size="sm">{words.more}</Text>
        <FilmForm
          draft={draftOfQuery(query)}
          action={words.add}
          onDone={add}
          onCancel={onClose}
          note={(draft) => {
            const item = same(draft);
            return (
              item !== null && (
                <Group gap="xs" justify="space-between" role="status">
                  <Text size="sm">{words.isHere(catalogue.title[item], filmLine(catalogue, item))}</Text>
                  <Button variant="light" size="compact-sm" onClick={() => choose(item)}>
                    {words.judgeThat}
                  </Button>
                </Group>
              )
            );
          }}
        />
      </Stack>
    </Modal>
  );
}
