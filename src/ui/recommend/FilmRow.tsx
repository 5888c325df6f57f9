import { ActionIcon, Button, Collapse, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import type { Recommendation } from '../../state/ranking';
import type { Place } from '../../storage/rating-event';
import { useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmFacts, filmLine, titleWithYear } from '../common/film-facts';
import { WhyPanel } from './WhyPanel';

interface FilmRowProps {
  recommendation: Recommendation;
  /** Place in the list as shown, from 1. */
  rank: number;
  place: Place;
}

/** How far a film moved with the last click, in words for everyone and an arrow for the eye. */
function Movement({ from, to }: { from: number | null; to: number }) {
  if (from === null || from === to) return null;
  const up = from > to;
  const places = Math.abs(from - to);
  return (
    <span className="row-move tabular" data-up={up || undefined}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'} {places}
      </span>
      <span className="visually-hidden">
        {up ? 'up' : 'down'} {places}
      </span>
    </span>
  );
}

export function FilmRow({ recommendation, rank, place }: FilmRowProps) {
  const { item, match, previousRank } = recommendation;
  const { catalogue } = useLibrary();
  const rate = useModel((state) => state.rate);
  const rated = useModel((state) => state.opinions.size);
  const [open, { toggle }] = useDisclosure(false);
  const percent = Math.round(match * 100);
  const title = titleWithYear(catalogue, item);
  const click = (kind: 'like' | 'dislike') => rate(item, kind, { place, predictionVisible: true });
  const figure = rated === 0 ? `${percent} % like it` : `${percent} % match`;
  const meaning =
    rated === 0
      ? 'Of everyone who rated it, about this share liked it.'
      : `The chance that you will like it, as far as ${rated} ${rated === 1 ? 'rating' : 'ratings'} can tell.`;
  return (
    <li className="row">
      <div className="row-main">
        <span className="row-rank tabular" aria-hidden="true">
          {rank}
        </span>
        <div className="row-tile">
          <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
        </div>
        <div className="row-words">
          <Text component="h3" className="row-title">
            {catalogue.title[item]}
          </Text>
          <Text size="sm" c="dimmed" className="row-line">
            {filmLine(catalogue, item)}
          </Text>
          <div className="row-facts">
            <Tooltip label={meaning} events={{ hover: true, focus: true, touch: true }}>
              <span className="row-match tabular">{figure}</span>
            </Tooltip>
            <Movement from={previousRank} to={recommendation.rank} />
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={toggle}
              aria-expanded={open}
              aria-label={`Why ${title}?`}
            >
              Why?
            </Button>
          </div>
        </div>
        <div className="row-answers">
          <Tooltip label="Like">
            <ActionIcon
              size={42}
              variant="light"
              color="like"
              aria-label={`Like ${title}`}
              onClick={() => click('like')}
            >
              <ThumbsUp size={19} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Dislike">
            <ActionIcon
              size={42}
              variant="light"
              color="dislike"
              aria-label={`Dislike ${title}`}
              onClick={() => click('dislike')}
            >
              <ThumbsDown size={19} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <Collapse expanded={open}>{open && <WhyPanel item={item} />}</Collapse>
    </li>
  );
}
