import { Checkbox, Radio, RangeSlider, Stack, Text, Title } from '@mantine/core';
import type { ImportRules } from '../../data/import/imported-films';
import type { SeenAnswer } from '../../data/opinion';
import type { AnswerPreview, ImportPreview } from '../../state/imports/preview';
import { useLibrary } from '../common/app-context';
import { titleWithYear } from '../common/film-facts';
import styles from './Import.module.css';
import { useImport, useImportActions } from './use-import';
import { count, starsInWords, starsMeanInWords } from './words';

const MARKS = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** "from 4 stars", "2.5 to 3.5 stars", "up to 2 stars"; null where no stars are left for it. */
function rangeInWords(answer: SeenAnswer, { likeFrom, dislikeTo }: ImportRules): string | null {
  if (answer === 'like') return likeFrom === 5 ? '5 stars' : `from ${starsInWords(likeFrom)}`;
  if (answer === 'dislike') return dislikeTo === 0 ? null : `up to ${starsInWords(dislikeTo)}`;
  const [from, to] = [dislikeTo + 0.5, likeFrom - 0.5];
  if (from > to) return null;
  return from === to ? starsInWords(from) : `${from} to ${starsInWords(to)}`;
}

function Answer({ name, range, preview }: { name: string; range: string | null; preview: AnswerPreview }) {
  const { catalogue, itemOf } = useLibrary();
  const named = preview.examples.flatMap(({ movieId, stars }) => {
    const item = itemOf.get(movieId);
    return item === undefined ? [] : [{ name: titleWithYear(catalogue, item), stars }];
  });
  return (
    <div className={styles.answer}>
      <Text fw={650}>
        {preview.films.toLocaleString('en')} {name}
      </Text>
      <Text size="sm">{range ?? 'none by stars'}</Text>
      <ul className={styles.examples}>
        {named.map((example) => (
          <li key={example.name}>
            {example.name}, {starsInWords(example.stars)}
          </li>
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
        What your stars mean
      </Title>
      <Text size="sm" c="dimmed">
        Ratings of any scale are told in stars of five: 8 of 10 is 4 stars. Your stars are kept beside the
        answer.
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
        label={(value) => starsInWords(value)}
        value={[dislikeTo, likeFrom]}
        onChange={([to, from]) => to < from && set({ dislikeTo: to, likeFrom: from })}
        thumbFromLabel="Dislike up to"
        thumbToLabel="Like from"
        thumbValueText={starsInWords}
      />
      <div className={styles.answers}>
        <Answer name="disliked" range={rangeInWords('dislike', rules)} preview={answers.dislike} />
        <Answer name="so-so" range={rangeInWords('so-so', rules)} preview={answers['so-so']} />
        <Answer name="liked" range={rangeInWords('like', rules)} preview={answers.like} />
      </div>
      <Text className="visually-hidden" role="status">
        {starsMeanInWords(answers)}
      </Text>
      {(preview.unrated > 0 || unrated === 'so-so') && (
        <Radio.Group
          label="Films that you watched and did not rate"
          description={
            unrated === 'leave-out' ? `${count(preview.unrated, 'film')} are left out.` : undefined
          }
          value={unrated}
          onChange={(value) => set({ unrated: value as ImportRules['unrated'] })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="leave-out" label="Leave them out: they may be suggested" />
            <Radio value="so-so" label="Count them as so-so: they are not suggested" />
          </Stack>
        </Radio.Group>
      )}
      {hasWishes && (
        <Checkbox
          label="Mark the films of your watchlist as “want to see”"
          checked={wishes}
          onChange={(event) => actions.set({ wishes: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}
