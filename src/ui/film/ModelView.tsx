import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { createStore } from 'zustand';
import { useModel } from '../common/app-context';
import { ListContext, type ListFacts } from '../recommend/list-context';
import styles from './FilmPage.module.css';

const WhyPanel = lazy(async () => ({ default: (await import('../recommend/why/WhyPanel')).WhyPanel }));

/** Clicks in the reasons count as made on the page. */
const FACTS = createStore((): ListFacts => ({ place: 'film', limit: 50, hidden: [] }));

interface ModelViewProps {
  item: number;
  /** Whether it is told at once, as it is but for films that are being judged. */
  shown: boolean;
  show(): void;
}

/** How likely one is to like the film, where it stands in one's list, and why. */
export function ModelView({ item, shown, show }: ModelViewProps) {
  return (
    <section aria-labelledby="model-title">
      <Title order={2} size="h3" id="model-title">
        For you
      </Title>
      {shown ? (
        <Told item={item} />
      ) : (
        <>
          <Text>
            You are about to be asked about this film. What is expected of your answer is not shown before it.
          </Text>
          <Button variant="default" size="sm" mt="xs" onClick={show}>
            Show it all the same
          </Button>
        </>
      )}
    </section>
  );
}

function Told({ item }: { item: number }) {
  const matchOf = useModel((state) => state.listMatchOf);
  const ranksOf = useModel((state) => state.ranksOf);
  const rated = useModel((state) => state.opinions.size > 0);
  const seen = useModel((state) => state.opinions.has(item));
  // Another click may change the figures.
  useModel((state) => state.revision);
  const [open, { toggle }] = useDisclosure(false);
  const percent = Math.round(matchOf(item) * 100);
  const [rank] = ranksOf([item]);
  return (
    <>
      <p className={styles.match}>
        <strong className="tabular">{percent} %</strong>{' '}
        {rated
          ? `chance that you ${seen ? 'would like it, by all else that you said' : 'will like it'}`
          : 'of everyone who rated it liked it, about'}
        {rated && rank !== null && `; number ${rank.toLocaleString('en')} among the films you have not seen`}.
      </p>
      <Button variant="light" size="sm" aria-expanded={open} onClick={toggle}>
        Why?
      </Button>
      <Suspense fallback={null}>
        {open && (
          <ListContext value={FACTS}>
            <div className={styles.why}>
              <h3 className="visually-hidden">Why</h3>
              <WhyPanel item={item} answers={false} />
            </div>
          </ListContext>
        )}
      </Suspense>
    </>
  );
}
