import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ErasureScope } from '../../events/erasure-scope';
import { happenedAt } from '../../events/rating-event';
import * as words from '../../words/en/ratings/forget';
import { useApp, useModel } from '../common/app-context';
import { dayField, dayName, readDayField, type Span } from './days';
import { CheckPanel, EraseForm } from './Erasing';

const SITE = { place: 'my-ratings', predictionVisible: false } as const;
const EARLIEST = -8.64e15;

type Which = 'day' | 'before' | 'everything';

function spanOf(which: Which, day: Span | null): Span | null {
  if (which === 'everything') return { from: EARLIEST, to: Number.MAX_SAFE_INTEGER };
  if (day === null) return null;
  return which === 'day' ? day : { from: EARLIEST, to: day.from };
}

interface ForgetDialogProps {
  /** The day to start with, any moment of it. */
  time: number;
  onClose: () => void;
}

/** Takes back, or erases for good, all from a day, everything before one, or everything. */
export function ForgetDialog({ time, onClose }: ForgetDialogProps) {
  const { model } = useApp();
  const judgements = useModel((state) => state.judgements);
  const events = useModel((state) => state.events);
  const [which, setWhich] = useState<Which>('day');
  const [field, setField] = useState(dayField(time));
  const [asking, setAsking] = useState(false);
  const span = spanOf(which, readDayField(field));
  const within = (time: number) => span !== null && time >= span.from && time < span.to;
  const films = judgements.filter(({ time }) => within(time)).map(({ item }) => item);
  const clicks = events.filter((event) => within(happenedAt(event))).length;
  const scope: ErasureScope | null =
    which === 'everything' ? { what: 'everything' } : span && { what: 'time', ...span };
  const remove = () => {
    model.getState().clearAll(films, SITE);
    onClose();
  };
  // The end of everything is no day.
  const day = span && which !== 'everything' ? dayName(which === 'day' ? span.from : span.to) : '';
  if (asking && scope) {
    return (
      <Modal opened onClose={onClose} title={words.eraseTitle(which, day)}>
        <EraseForm scope={scope} onDone={onClose} onKeep={() => setAsking(false)} />
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <Stack>
        <Radio.Group label={words.question} value={which} onChange={(value) => setWhich(value as Which)}>
          <Stack gap="xs" mt="xs">
            <Radio value="day" label={words.oneDay} />
            <Radio value="before" label={words.beforeDay} />
            <Radio value="everything" label={words.everything} />
          </Stack>
        </Radio.Group>
        {which !== 'everything' && (
          <TextInput
            type="date"
            label={words.dayField}
            value={field}
            onChange={(event) => setField(event.currentTarget.value)}
          />
        )}
        <Text role="status">{clicks === 0 ? words.nothingThere : words.goes(films.length, which, day)}</Text>
        <Group justify="end" gap="xs">
          <Button variant="outline" color="dislike" disabled={clicks === 0} onClick={() => setAsking(true)}>
            {words.erase}
          </Button>
          <Button disabled={films.length === 0} onClick={remove}>
            {words.remove(films.length)}
          </Button>
        </Group>
        <CheckPanel />
      </Stack>
    </Modal>
  );
}
