import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RatingKind } from '../../events/rating-event';
import { pastOf } from '../../state/log/film-past';
import * as words from '../../words/en/ratings/film';
import { useApp, useLibrary, useModel } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import { dayAndClock } from './days';
import { EraseForm } from './Erasing';
import styles from './FilmDialog.module.css';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
const SAID: Record<RatingKind, string> = {
  like: words.saidLike,
  'so-so': words.saidSoSo,
  dislike: words.saidDislike,
  unseen: words.saidUnseen,
  clear: words.saidClear,
};

function saidWords(kind: RatingKind, how: 'undo' | 'redo' | null): string {
  if (how === null) return SAID[kind];
  return how === 'undo' ? words.saidByUndo(SAID[kind]) : words.saidByRedo(SAID[kind]);
}

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
  const past = pastOf(events, movieId);
  const filed = list.find(({ id }) => id === judgement?.mood)?.id ?? '';
  if (asking) {
    return (
      <Modal opened onClose={onClose} title={words.eraseTitle(title)}>
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
          {past.map(({ id, time, kind, how }) => (
            <li key={id}>
              <Text size="sm" span c="dimmed">
                {dayAndClock(time)}
              </Text>{' '}
              <Text size="sm" span>
                {saidWords(kind, how)}
              </Text>
            </li>
          ))}
        </ul>
        {list.length > 0 && judgement && (
          <NativeSelect
            label={words.filedUnder}
            description={words.filedUnderMore}
            value={filed}
            onChange={(event) => refile(item, event.currentTarget.value || null, SITE)}
            data={[
              { value: '', label: words.noMood },
              ...list.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Text size="sm">{words.removeOrErase}</Text>
        <Group justify="end" gap="xs">
          <Button variant="outline" color="dislike" onClick={() => setAsking(true)}>
            {words.erase}
          </Button>
          <Button
            onClick={() => {
              clear(item, SITE);
              onClose();
            }}
          >
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
