import {
  ActionIcon,
  Button,
  Group,
  SegmentedControl,
  Stack,
  Text,
  Title,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Redo2, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { Judgement } from '../../state/profile-model';
import { useLibrary, useModel } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import { FilmTile } from '../common/FilmTile';
import { filmFacts, filmLine, titleWithYear } from '../common/film-facts';
import { EmptyView } from '../common/StateViews';
import './ratings.css';

const CONTEXT = { place: 'my-ratings', predictionVisible: false } as const;
const ANSWERS = [
  { value: 'like', label: 'Like' },
  { value: 'dislike', label: 'Dislike' },
  { value: 'unseen', label: 'Not seen' },
];
/** Rows drawn at once; more come on request. */
const PAGE = 60;

function RatingRow({ judgement }: { judgement: Judgement }) {
  const { catalogue } = useLibrary();
  const rate = useModel((state) => state.rate);
  const clear = useModel((state) => state.clear);
  const { item, kind } = judgement;
  const title = titleWithYear(catalogue, item);
  return (
    <li className="rating">
      <div className="rating-tile">
        <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
      </div>
      <div className="rating-words">
        <Text component="h3" className="row-title">
          {catalogue.title[item]}
        </Text>
        <Text size="sm" c="dimmed">
          {filmLine(catalogue, item)}
        </Text>
      </div>
      <SegmentedControl
        size="sm"
        data={ANSWERS}
        value={kind}
        aria-label={`Your answer to ${title}`}
        onChange={(value) => rate(item, value as Judgement['kind'], CONTEXT)}
      />
      <Tooltip label="Remove">
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          size={40}
          aria-label={`Remove ${title}`}
          onClick={() => clear(item, CONTEXT)}
        >
          <X size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

/** Everything said so far, latest first; each answer can be changed or removed. */
export function MyRatingsScreen() {
  const judgements = useModel((state) => state.judgements);
  const canUndo = useModel((state) => state.canUndo);
  const canRedo = useModel((state) => state.canRedo);
  const undo = useModel((state) => state.undo);
  const redo = useModel((state) => state.redo);
  const [shown, setShown] = useState(PAGE);
  useHotkeys([
    ['u', () => undo(CONTEXT)],
    ['mod+z', () => undo(CONTEXT)],
    ['mod+shift+z', () => redo(CONTEXT)],
  ]);
  const likes = judgements.filter(({ kind }) => kind === 'like').length;
  const dislikes = judgements.filter(({ kind }) => kind === 'dislike').length;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <Title order={1}>My ratings</Title>
        <Group gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            size="sm"
            disabled={!canUndo}
            leftSection={<Undo2 size={17} aria-hidden />}
            onClick={() => undo(CONTEXT)}
          >
            Undo
          </Button>
          <Button
            variant="subtle"
            size="sm"
            disabled={!canRedo}
            leftSection={<Redo2 size={17} aria-hidden />}
            onClick={() => redo(CONTEXT)}
          >
            Redo
          </Button>
        </Group>
      </Group>
      {judgements.length === 0 ? (
        <EmptyView
          title="Nothing rated yet"
          message="What you like and dislike is listed here, and every answer can be changed or removed."
          action={{ label: 'Rate films', onClick: () => window.location.assign('#/rate') }}
        />
      ) : (
        <>
          <ChangeLine idle={`${likes} liked, ${dislikes} disliked. Change or remove any of them.`} />
          <VisuallyHidden>
            <Title order={2}>What you said, latest first</Title>
          </VisuallyHidden>
          <ul className="ratings">
            {judgements.slice(0, shown).map((judgement) => (
              <RatingRow key={judgement.item} judgement={judgement} />
            ))}
          </ul>
          {judgements.length > shown && (
            <Button variant="default" onClick={() => setShown(shown + PAGE)}>
              Show more ({judgements.length - shown})
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
