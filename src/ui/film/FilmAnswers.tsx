import { Button, Group } from '@mantine/core';
import { Bookmark, BookmarkCheck, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ClickSite } from '../../state/profile/model-state';
import * as words from '../../words/en/film/page';
import { useLibrary, useModel } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import styles from './FilmPage.module.css';

const ANSWERS = [
  { kind: 'like', label: words.like, color: 'like', icon: <ThumbsUp size={18} aria-hidden /> },
  { kind: 'so-so', label: words.soSo, color: 'gray', icon: null },
  { kind: 'dislike', label: words.dislike, color: 'dislike', icon: <ThumbsDown size={18} aria-hidden /> },
  { kind: 'unseen', label: words.unseen, color: 'gray', icon: null },
] as const;

/** What one says of a film, and whether one wants to see it; pressed again, each is taken back. */
export function FilmAnswers({ item, site }: { item: number; site: ClickSite }) {
  const { catalogue } = useLibrary();
  const said = useModel(({ opinions, unseen }) => opinions.get(item) ?? (unseen.has(item) ? 'unseen' : null));
  const wants = useModel(({ wanted }) => wanted.has(item));
  const rate = useModel((state) => state.rate);
  const clear = useModel((state) => state.clear);
  const want = useModel((state) => state.want);
  return (
    <div className={styles.answers}>
      <Group gap={6} role="group" aria-label={words.yourAnswer(titleWithYear(catalogue, item))}>
        {ANSWERS.map(({ kind, label, color, icon }) => (
          <Button
            key={kind}
            size="sm"
            variant={said === kind ? 'filled' : 'light'}
            color={color}
            leftSection={icon}
            aria-pressed={said === kind}
            onClick={() => (said === kind ? clear(item, site) : rate(item, kind, site))}
          >
            {label}
          </Button>
        ))}
      </Group>
      <Button
        size="sm"
        variant={wants ? 'filled' : 'default'}
        leftSection={wants ? <BookmarkCheck size={18} aria-hidden /> : <Bookmark size={18} aria-hidden />}
        aria-pressed={wants}
        onClick={() => want(item, !wants, site)}
      >
        {words.wantToSee}
      </Button>
    </div>
  );
}
