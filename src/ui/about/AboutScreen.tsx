import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useStore } from 'zustand';
import type { LibrarySource } from '../../state/platform/library';
import { useApp, useKept, useLibrary } from '../common/app-context';
import { sharedWith } from '../people/shared-with';

/** What this is, and whose data it stands on, under which conditions. */
export function AboutScreen() {
  const { source, catalogue, ratings } = useLibrary();
  const others = useStore(useApp().copies, (state) => state.others);
  const kept = useKept();
  return (
    <Stack gap="md" maw={680}>
      <Title order={1}>About Weightless</Title>
      <Text>
        Weightless suggests films. It runs wholly in this browser: what you like is written into a small
        memory on this device, at once, and can be taken out again exactly. Nothing you do here is sent
        anywhere.
        {!kept && ' Here the memory lasts as long as this page: nothing is kept when you close it.'}
      </Text>
      <Text>
        The memory is a weightless neural network: lookup tables that are written with each click, not weights
        that are trained. Every suggestion is a sum of your own clicks, which is why it can be explained and
        undone click by click.
      </Text>
      {kept && others.length > 0 && <Text>{sharedWith(others)}</Text>}
      <Title order={2}>The films</Title>
      {source.kind === 'pack' ? (
        <PackInUse about={source.about} />
      ) : (
        <Text>
          {catalogue.count.toLocaleString('en')} films and {ratings.count.toLocaleString('en')} ratings by{' '}
          {ratings.userCount} people come from MovieLens latest-small (October 2016), by GroupLens at the
          University of Minnesota. The ratings may be used for purposes that are not commercial, with this
          acknowledgement; GroupLens does not endorse this project.
        </Text>
      )}
      <Text>
        F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM
        Transactions on Interactive Intelligent Systems 5, 4, Article 19.{' '}
        <Anchor underline="always" href="https://doi.org/10.1145/2827872" rel="noreferrer" target="_blank">
          doi.org/10.1145/2827872
        </Anchor>
      </Text>
      <Text>
        Genres, running times, languages, keywords and votes of the films: This product uses the TMDB API but
        is not endorsed or certified by TMDB.
      </Text>
      <Text>
        After “Weightless Neural Networks for Continuously Trainable Personalized Recommendation Systems” by
        Latif, Behera and Al-Ebrahim (arXiv 2511.05499). The program is free software under the MIT licence.
      </Text>
      <Text c="dimmed" size="sm">
        Version {__APP_VERSION__}
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
        You use a catalogue that you brought, “{name}”: {films.toLocaleString('en')} films, learned from{' '}
        {learned.ratings.toLocaleString('en')} ratings by {learned.people.toLocaleString('en')} people.
        MovieLens data are by GroupLens at the University of Minnesota, which does not endorse this project.
        Their terms are under Your data.{about.isPrivate && ' They do not allow to pass these films on.'}
      </Text>
      <Text>
        The talk, and what is compared where a catalogue has no ratings, stay with the films that come with
        Weightless: MovieLens latest-small (October 2016), for purposes that are not commercial.
      </Text>
    </>
  );
}
