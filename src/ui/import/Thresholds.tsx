import { Checkbox, Radio, RangeSlider, Stack, Text, Title } from '@mantine/core';
import type { ImportRules } from '../../data/import/imported-films';
import type { SeenAnswer } from '../../data/opinion';
import type { AnswerPreview, ImportPreview } from '../../state/imports/preview';
import * as adding from '../../words/en/import/adding';
import * as words from '../../words/en/import/review';
import { useLibrary } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import styles from './Import.module.css';
import { useImport, useImportActions } from './use-import';

const MARKS = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** "from 4 stars", "2.5 to 3.5 stars", "up to 2 stars"; null where no stars are left for it. */
function rangeInWords(answer: SeenAnswer, { likeFrom, dislikeTo }: ImportRules): string | null {
  if (answer === 'like') return likeFrom === 5 ? words.stars(5) : words.starsFrom(likeFrom);
  if (answer === 'dislike') return dislikeTo === 0 ? null : words.starsUpTo(dislikeTo);
  const [from, to] = [dislikeTo + 0.5, likeFrom - 0.5];
  if (from > to) return null;
  return from === to ? words.stars(from) : words.starsBetween(from, to);
}

interface AnswerProps {
  /** How many films have the answer. */
  name: string;
  range: string | null;
  preview: AnswerPreview;
}

function Answer({ name, range, preview }: AnswerProps) {
  const { catalogue, itemOf } = useLibrary();
  const named = preview.examples.flatMap(({ movieId, stars }) => {
    const item = itemOf.get(movieId);
    return item === undefined ? [] : [{ name: titleWithYear(catalogue, item), stars }];
  });
  return (
    <div className={styles.answer}>
      <Text fw={650}>{name}</Text>
      <Text size="sm">{range ?? words.noStars}</Text>
      <ul className={styles.examples}>
        {named.map((example) => (
          <li key={example.name}>{words.example(example.name, example.stars)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Which stars are a like and which a dislike, with what becomes of the films. */
export function Thresholds({ preview, hasWishes }: { preview: ImportPreview; hasWishes: boolean }) {
  const { rules, wishes } = useImport((state) => state.choices);
  const actions = useImportActions();
  const { likeFrom, dislikeTo, unrated } = rules;
  const set = (change: Partial<ImportRules>) => actions.set({ rules: { ...rules, ...change } });
  const { answers } = preview;
  return (
    <Stack gap="sm" component="section" aria-labelledby="stars-heading">
      <Title order={3} id="stars-heading">
        {words.whatStarsMean}
      </Title>
      <Text size="sm" c="dimmed">
        {words.scales}
      </Text>
      <RangeSlider
        className={styles.slider}
        min={0}
        max={5}
        step={0.5}
        minRange={0.5}
        marks={MARKS}
        size="lg"
        thumbSize={26}
        label={(value) => words.stars(value)}
        value={[dislikeTo, likeFrom]}
        onChange={([to, from]) => to < from && set({ dislikeTo: to, likeFrom: from })}
        thumbFromLabel={words.dislikeUpTo}
        thumbToLabel={words.likeFrom}
        thumbValueText={words.stars}
      />
      <div className={styles.answers}>
        <Answer
          name={words.disliked(answers.dislike.films)}
          range={rangeInWords('dislike', rules)}
          preview={answers.dislike}
        />
        <Answer
          name={words.soSo(answers['so-so'].films)}
          range={rangeInWords('so-so', rules)}
          preview={answers['so-so']}
        />
        <Answer
          name={words.liked(answers.like.films)}
          range={rangeInWords('like', rules)}
          preview={answers.like}
        />
      </div>
      <Text className="visually-hidden" role="status">
        {adding.answers({
          ...{ likes: answers.like.films, soSo: answers['so-so'].films },
          ...{ dislikes: answers.dislike.films, wishes: 0 },
        })}
      </Text>
      {(preview.unrated > 0 || unrated === 'so-so') && (
        <Radio.Group
          label={words.unrated}
          description={unrated === 'leave-out' ? words.unratedLeftOut(preview.unrated) : undefined}
          value={unrated}
          onChange={(value) => set({ unrated: value as ImportRules['unrated'] })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="leave-out" label={words.leaveUnrated} />
            <Radio value="so-so" label={words.countUnrated} />
          </Stack>
        </Radio.Group>
      )}
      {hasWishes && (
        <Checkbox
          label={words.markWishes}
          checked={wishes}
          onChange={(event) => actions.set({ wishes: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
