import { Button, Chip, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { GENRES } from '../../data/catalogue';
import { MAX_TITLE } from '../../events/own-film';
import type { OwnFilmFacts } from '../../state/catalogues/own-films';
import * as words from '../../words/en/own-films/form';
import { type DraftProblems, type FilmDraft, readDraft } from './film-draft';

interface FilmFormProps {
  draft: FilmDraft;
  /** What is done: "Add it and judge it". */
  action: string;
  /** @returns null when done, else why not */
  onDone(facts: OwnFilmFacts): Promise<string | null>;
  onCancel(): void;
  /** What stands between the fields and the buttons, by the film as it is written so far. */
  note?(draft: FilmDraft): ReactNode;
}

/** Title, year, genres and link of a film. */
export function FilmForm({ draft: first, action, onDone, onCancel, note }: FilmFormProps) {
  const [draft, setDraft] = useState(first);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<FilmDraft>) => setDraft({ ...draft, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft);
    setProblems('problems' in read ? read.problems : {});
    if ('problems' in read) return;
    setSaving(true);
    setFailure(await onDone(read.facts));
    setSaving(false);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={words.title}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={problems.title}
          maxLength={MAX_TITLE}
          required
          data-autofocus
        />
        <TextInput
          label={words.year}
          description={words.yearMore}
          inputMode="numeric"
          value={draft.year}
          onChange={(event) => change({ year: event.currentTarget.value })}
          error={problems.year}
          maxLength={4}
          styles={{ wrapper: { width: '8rem' } }}
        />
        <Genres chosen={draft.genres} onChange={(genres) => change({ genres })} />
        <TextInput
          label={words.link}
          description={words.linkMore}
          value={draft.link}
          onChange={(event) => change({ link: event.currentTarget.value })}
          error={problems.link}
          maxLength={300}
        />
        {note?.(draft)}
        {failure && (
          <Text c="dislike" role="alert">
            {failure}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** @param chosen names of GENRES */
function Genres({ chosen, onChange }: { chosen: string[]; onChange(genres: string[]): void }) {
  return (
    <Fieldset
      legend={words.genres}
      variant="unstyled"
      mx={0}
      styles={{ legend: { padding: 0, fontWeight: 600 } }}
    >
      <Text size="sm" c="dimmed" mb={8}>
        {words.genresMore}
      </Text>
      <Chip.Group multiple value={chosen} onChange={onChange}>
        <Group gap={6}>
          {GENRES.map((genre) => (
            <Chip key={genre} value={genre} size="sm" variant="outline">
              {genre}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Fieldset>
  );
}
