import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useStore } from 'zustand';
import type { LibrarySource } from '../../state/platform/library';
import * as words from '../../words/en/about/about';
import { useApp, useKept, useLibrary } from '../common/app-context';
import { sentence } from '../common/sentence';
import { sharedWith } from '../people/shared-with';

/** What this is, and whose data it stands on, under which conditions. */
export function AboutScreen() {
  const { source, catalogue, ratings } = useLibrary();
  const others = useStore(useApp().copies, (state) => state.others);
  const kept = useKept();
  return (
    <Stack gap="md" maw={680}>
      <Title order={1}>{words.title}</Title>
      <Text>
        {words.what}
        {!kept && ` ${words.notKept}`}
      </Text>
      <Text>{words.how}</Text>
      {kept && others.length > 0 && <Text>{sharedWith(others)}</Text>}
      <Title order={2}>{words.films}</Title>
      {source.kind === 'pack' ? (
        <PackInUse about={source.about} />
      ) : (
        <Text>{words.bundled(catalogue.count, ratings.count, ratings.userCount)}</Text>
      )}
      <Text>
        {sentence(
          words.citation((text) => (
            <Anchor
              underline="always"
              href="https://doi.org/10.1145/2827872"
              rel="noreferrer"
              target="_blank"
            >
              {text}
            </Anchor>
          )),
        )}
      </Text>
      <Text>{words.tmdb}</Text>
      <Text>{words.paper}</Text>
      <Text c="dimmed" size="sm">
        {words.version(__APP_VERSION__)}
      </Text>
    </Stack>
  );
}

type About = Extract<LibrarySource, { kind: 'pack' }>['about'];

/** Whose data the films in use are, where a person brought them. */
function PackInUse({ about }: { about: About }) {
  const { name, films, learned } = about;
  return (
    <>
      <Text>
        {words.brought(name, films, learned.ratings, learned.people)}
        {about.isPrivate && ` ${words.notToPassOn}`}
      </Text>
      <Text>{words.staysBundled}</Text>
    </>
  );
}
