import { Text, Title } from '@mantine/core';
import { bestKnownBeside, type NodeView, shareCell } from '../../../wnn/inspect/network-view';
import { tellingAnswers } from '../../../wnn/inspect/retina-rows';
import * as words from '../../../words/en/model/node';
import { useLibrary, useModel } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import styles from './NodeDetail.module.css';

/** The user's films named one by one. */
const NAMED = 5;
/** Films by which a group without facts is known. */
const KNOWN_BY = 3;

function voteWords(vote: number): string {
  if (vote === 0) return words.saysNothing;
  return vote > 0 ? words.votesFor(vote) : words.votesAgainst(-vote);
}

/** What the node asks of a film, the facts that hold first. */
function Questions({ item, node }: { item: number; node: NodeView }) {
  const { catalogue, effects, network } = useLibrary();
  if (node.bits.length === 0) {
    const known = bestKnownBeside(network, node.node, item, effects.ratings, KNOWN_BY);
    return <Text size="sm">{words.noFacts(known.map((film) => catalogue.title[film]))}</Text>;
  }
  const answers = tellingAnswers(network.retina, item, node.bits);
  return (
    <>
      <Text size="sm">{words.facts(node.bits.length)}</Text>
      <ul className={styles.bits}>
        {answers.map(({ label, on }) => (
          <li key={label} data-on={on || undefined}>
            <span aria-hidden="true">{on ? '●' : '○'}</span>{' '}
            <span className="visually-hidden">{on ? words.yes : words.no}</span>
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One node opened up: what it asks, which cell the film leads to, what stands there, what it votes. */
export function NodeDetail({ item, node }: { item: number; node: NodeView }) {
  const { catalogue, network } = useLibrary();
  const opinions = useModel((state) => state.opinions);
  // What was so-so is in the cell too, but is no vote.
  const voting = [...opinions].flatMap(([film, answer]) => (answer === 'so-so' ? [] : [film]));
  const mine = voting.filter(
    (film) => shareCell(network, node.node, item, film) || (film === item && node.cell > 0),
  );
  const named = mine.slice(0, NAMED).map((film) => titleWithYear(catalogue, film));
  return (
    <section className={styles.detail} aria-label={words.chosenNode}>
      <Title order={3} size="h4">
        {words.name(node.node + 1)}
      </Title>
      <Questions item={item} node={node} />
      {node.cell === 0 ? (
        <Text size="sm">{words.noCell}</Text>
      ) : (
        <Text size="sm">
          {node.likes + node.dislikes === 0
            ? words.emptyCell(node.cell, node.cells)
            : words.cellOf(
                node.cell,
                node.cells,
                node.likes,
                node.dislikes,
                named,
                mine.length <= NAMED,
              )}{' '}
          <strong>{voteWords(node.vote)}</strong>
        </Text>
      )}
    </section>
  );
}
