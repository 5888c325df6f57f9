import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'wouter';
import { LEAST_BEHIND, type TasteTrait } from '../../wnn/inspect/leanings';
import * as screenWords from '../../words/en/model/screen';
import * as words from '../../words/en/model/taste';
import links from '../common/links.module.css';
import { sentence } from '../common/sentence';
import { TwinTable } from '../common/tables/TwinTable';
import { ModelSection } from './ModelSection';
import styles from './TasteSection.module.css';
import { useTaste } from './use-reading';

/** Traits shown at first, and after "more". */
const SHOWN = 8;
const MORE = 30;

/** Whether too few films stand behind a trait to draw it as known. */
const isGuess = (trait: TasteTrait, side: 'liked' | 'disliked') => trait[side] < LEAST_BEHIND;

function restsOn(trait: TasteTrait, side: 'liked' | 'disliked'): string {
  const against = trait[side === 'liked' ? 'disliked' : 'liked'];
  return words.restsOn(side, trait[side], against, isGuess(trait, side));
}

interface SideProps {
  title: string;
  side: 'liked' | 'disliked';
  traits: readonly TasteTrait[];
  strongest: number;
  empty: string;
}

function Side({ title, side, traits, strongest, empty }: SideProps) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <section className={styles.side} data-side={side} aria-label={title}>
      <Title order={3}>{title}</Title>
      {traits.length === 0 && <Text c="dimmed">{empty}</Text>}
      <ol className={styles.traits}>
        {traits.slice(0, open ? MORE : SHOWN).map((trait) => (
          <li key={trait.label} className={styles.trait}>
            <span className={styles.label} data-testid="trait">
              {trait.label}
            </span>
            {!isGuess(trait, side) && (
              <span className={styles.bar} aria-hidden="true">
                <span style={{ inlineSize: `${Math.max(3, (100 * Math.abs(trait.lean)) / strongest)}%` }} />
              </span>
            )}
            <span className={styles.rests}>{restsOn(trait, side)}</span>
          </li>
        ))}
      </ol>
      {traits.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={open}>
          {open ? screenWords.fewer : screenWords.more(Math.min(MORE, traits.length) - SHOWN)}
        </Button>
      )}
    </section>
  );
}

const percent = (share: number) => words.percent(Math.round(100 * share));

/** All traits with their exact figures, and where they come from. */
function HowRead({ traits }: { traits: readonly TasteTrait[] }) {
  return (
    <details className={styles.details}>
      <summary>{words.howRead}</summary>
      <Text size="sm">{sentence(words.howReadMore((term) => <em>{term}</em>))}</Text>
      <TwinTable
        caption={words.everyTrait}
        heads={[
          words.headTrait,
          words.headStrength,
          words.headOfLikes,
          words.headOfPublic,
          words.headOfDislikes,
          words.headLiked,
          words.headDisliked,
        ]}
        rows={traits.map((trait) => ({
          name: trait.label,
          cells: [
            trait.lean.toFixed(2).replace('-', '−'),
            percent(trait.ofLikes),
            percent(trait.ofPublic),
            percent(trait.ofDislikes),
            String(trait.liked),
            String(trait.disliked),
          ],
        }))}
      />
    </details>
  );
}

/** Traits liked and disliked, strongest first, read out of the cells. */
export function TasteSection({ rated }: { rated: number }) {
  const { traits, liked, disliked } = useTaste();
  const strongest = Math.max(0.5, ...[...liked, ...disliked].map(({ lean }) => Math.abs(lean)));
  return (
    <ModelSection name="taste" title={words.title}>
      {rated === 0 ? (
        <Text>
          {sentence(
            words.memoryEmpty((text) => (
              <Link href="/rate" className={links.quiet}>
                {text}
              </Link>
            )),
          )}
        </Text>
      ) : (
        <>
          <div className={styles.taste}>
            <Side
              title={words.goFor}
              side="liked"
              traits={liked}
              strongest={strongest}
              empty={words.goForEmpty}
            />
            <Side
              title={words.avoid}
              side="disliked"
              traits={disliked}
              strongest={strongest}
              empty={words.avoidEmpty}
            />
          </div>
          <HowRead traits={traits} />
        </>
      )}
    </ModelSection>
  );
}
