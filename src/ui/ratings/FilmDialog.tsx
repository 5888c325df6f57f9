import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RatingKind } from '../../storage/rating-event';
import { useApp, useLibrary, useModel } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import { clockName, dayName } from './days';
import { EraseForm } from './Erasing';
import styles from './FilmDialog.module.css';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
const SAID: Record<RatingKind, string> = {
  like: 'liked',
  dislike: 'disliked',
  unseen: 'not seen',
  clear: 'taken back',
};

interface FilmDialogProps {
  item: number;
  onClose: () => void;
}

/** All that is known of one film: what was said and when, the mood it is filed under, and how to be rid of it. */
export function FilmDialog({ item, onClose }: FilmDialogProps) {
  const { moods } = useApp();
  const { list } = useStore(moods);
  const { catalogue } = useLibrary();
  const movieId = catalogue.movieId[item];
  const events = useModel((state) => state.events);
  const judgement = useModel((state) => state.judgements.find((other) => other.item === item));
  const refile = useModel((state) => state.refile);
  const clear = useModel((state) => state.clear);
  const [asking, setAsking] = useState(false);
  const title = titleWithYear(catalogue, item);
  const past = events.filter((event) => event.movieId === movieId && event.refileOf === undefined);
  const filed = list.find(({ id }) => id === judgement?.mood)?.id ?? '';
  if (asking) {
    return (
      <Modal opened onClose={onClose} title={`Erase ${title} for good?`}>
        <EraseForm
          scope={{ what: 'films', movieIds: [movieId] }}
          onDone={onClose}
          onKeep={() => setAsking(false)}
        />
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={title}>
      <Stack>
        <ul className={styles.past}>
          {past.map(({ id, time, kind, undoOf, redoOf }) => (
            <li key={id}>
              <Text size="sm" span c="dimmed">
                {dayName(time)}, {clockName(time)}
              </Text>{' '}
              <Text size="sm" span>
                {SAID[kind]}
                {undoOf !== undefined && ' (undo)'}
                {redoOf !== undefined && ' (redo)'}
              </Text>
            </li>
          ))}
        </ul>
        {list.length > 0 && judgement && (
          <NativeSelect
            label="Filed under"
            description="Your whole list counts it in any case; the list of a mood only if it is filed there."
            value={filed}
            onChange={(event) => refile(item, event.currentTarget.value || null, SITE)}
            data={[
              { value: '', label: 'no mood' },
              ...list.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Text size="sm">Removing it can be undone. Erasing it for good cannot.</Text>
        <Group justify="end" gap="xs">
          <Button variant="outline" color="dislike" onClick={() => setAsking(true)}>
            Erase for good…
          </Button>
          <Button
            onClick={() => {
              clear(item, SITE);
              onClose();
            }}
          >
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
