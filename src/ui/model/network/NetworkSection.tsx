import { Button, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { filmFacts } from '../../../data/film-facts';
import type { SeenAnswer } from '../../../data/opinion';
import {
  type NetworkView,
  type ShownNodes,
  shareCell,
  strongestNodes,
} from '../../../wnn/inspect/network-view';
import { lookedAt, retinaRows } from '../../../wnn/inspect/retina-rows';
import * as words from '../../../words/en/model/network';
import { useApp, useLibrary, useModel } from '../../common/app-context';
import { ChangeLine } from '../../common/ChangeLine';
import { FilmTile } from '../../common/FilmTile';
import { filmLine, titleWithYear } from '../../common/film-facts';
import filmTitle from '../../common/film-title.module.css';
import { useInView } from '../../common/presses';
import { TwinTable } from '../../common/tables/TwinTable';
import { signed } from '../../recommend/why/score-parts';
import { ModelSection } from '../ModelSection';
import { useNetwork } from '../use-reading';
import { FilmChoice } from './FilmChoice';
import { NetworkPicture } from './NetworkPicture';
import styles from './NetworkSection.module.css';
import { NodeDetail } from './NodeDetail';

/** Nodes drawn. */
const SHOWN = 24;
/** Where clicks on My model are made, for the log: its score is in view. */
export const SITE = { place: 'my-model', predictionVisible: true } as const;

function Answers({ item }: { item: number }) {
  const said = useModel((state) => state.opinions.get(item));
  const rate = useModel((state) => state.rate);
  const clear = useModel((state) => state.clear);
  const undo = useModel((state) => state.undo);
  const canUndo = useModel((state) => state.canUndo);
  const { ref } = useInView(said);
  const say = (kind: SeenAnswer) => (said === kind ? clear(item, SITE) : rate(item, kind, SITE));
  return (
    <div className={styles.answers} ref={ref}>
      <Button
        color="like"
        variant={said === 'like' ? 'filled' : 'light'}
        aria-pressed={said === 'like'}
        leftSection={<ThumbsUp size={18} aria-hidden />}
        onClick={() => say('like')}
      >
        {words.like}
      </Button>
      <Button
        color="dislike"
        variant={said === 'dislike' ? 'filled' : 'light'}
        aria-pressed={said === 'dislike'}
        leftSection={<ThumbsDown size={18} aria-hidden />}
        onClick={() => say('dislike')}
      >
        {words.dislike}
      </Button>
      <Button
        color="gray"
        variant={said === 'so-so' ? 'filled' : 'subtle'}
        aria-pressed={said === 'so-so'}
        onClick={() => say('so-so')}
      >
        {words.soSo}
      </Button>
      <Button
        variant="subtle"
        data-repeats
        disabled={!canUndo}
        leftSection={<Undo2 size={17} aria-hidden />}
        onClick={() => undo(SITE)}
      >
        {words.undo}
      </Button>
    </div>
  );
}

/** The picture in a sentence. */
function Says({ view, nodes }: { view: NetworkView; nodes: ShownNodes }) {
  const recalling = view.nodes.filter(({ vote }) => vote !== 0).length;
  const { others, othersRecalling, othersVote } = nodes;
  const votes = othersRecalling === 0 ? null : signed(othersVote);
  return (
    <Text size="sm" c="dimmed">
      {recalling === 0
        ? words.noneRecalls(view.nodes.length)
        : words.someRecall(recalling, view.nodes.length)}{' '}
      {others > 0 && `${words.drawn(view.nodes.length - others, recalling > 0, others, votes)} `}
      {view.beside !== 0 && words.besideNodes(signed(view.beside))}
    </Text>
  );
}

function NetworkTable({ view, nodes }: { view: NetworkView; nodes: ShownNodes }) {
  const { retina } = useLibrary().network;
  const cells = (amount: number) => ['', '', '', '', amount.toFixed(4).replace('-', '−')];
  return (
    <TwinTable
      caption={words.table}
      heads={[
        words.headNode,
        words.headLooksAt,
        words.headCell,
        words.headLikes,
        words.headDislikes,
        words.headVote,
      ]}
      rows={[
        { name: words.rowStart, cells: cells(view.start) },
        ...nodes.shown.map(({ node, bits, cell, likes, dislikes, vote }) => ({
          name: String(node + 1),
          cells: [
            bits.length === 0 ? words.samePeople : lookedAt(retina, bits),
            cell === 0 ? words.noCell : String(cell),
            String(likes),
            String(dislikes),
            vote.toFixed(4).replace('-', '−'),
          ],
        })),
        { name: words.rowOthers(nodes.others), cells: cells(nodes.othersVote) },
        { name: words.rowBeside, cells: cells(view.beside) },
        { name: words.rowScore, cells: cells(view.score) },
      ]}
    />
  );
}

/** One film going through the network, and what a click on it changes. */
export function NetworkSection() {
  const { catalogue, network } = useLibrary();
  const app = useApp();
  // The best film of the list at first; it stays when a click takes it out of the list.
  const [item, setItem] = useState(() => app.model.getState().recommendations[0]?.item ?? 0);
  const [since] = useState(() => app.model.getState().revision);
  const revision = useModel((state) => state.revision);
  const changed = useModel((state) => state.lastChange?.item);
  const view = useNetwork(item);
  const nodes = useMemo(() => strongestNodes(view, SHOWN), [view]);
  const rows = useMemo(() => retinaRows(catalogue, network.retina, item), [catalogue, network, item]);
  const [chosenNode, setChosenNode] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [asTable, { toggle }] = useDisclosure(false);

  const { shown } = nodes;
  const held = shown.findIndex(({ node }) => node === chosenNode);
  const strongest = shown.reduce(
    (best, { vote }, index) => (Math.abs(vote) > Math.abs(shown[best].vote) ? index : best),
    0,
  );
  const chosen = held >= 0 ? held : strongest;
  const looked = pointed !== null && pointed < shown.length ? pointed : chosen;
  // While nothing recalls anything, nothing lights up but what a person looks at.
  const active = looked === pointed || held >= 0 || shown[chosen].vote !== 0 ? looked : null;
  const wasWritten = (node: number) =>
    revision !== since && changed !== undefined && shareCell(network, node, item, changed);
  return (
    <ModelSection name="network" title={words.title}>
      <Text>{words.about}</Text>
      <FilmChoice item={item} onChoose={setItem} />
      <div className={styles.film}>
        <div>
          <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
        </div>
        <div className={styles.words}>
          <Title order={3} className={filmTitle.title}>
            {titleWithYear(catalogue, item)}
          </Title>
          <Text size="sm" c="dimmed">
            {filmLine(catalogue, item)}
          </Text>
          <Answers key={item} item={item} />
        </div>
      </div>
      <ChangeLine idle={words.learnedAtOnce} />
      <NetworkPicture
        view={view}
        nodes={nodes}
        rows={rows}
        chosen={chosen}
        active={active}
        onChoose={(index) => setChosenNode(shown[index].node)}
        onPoint={setPointed}
        wasWritten={wasWritten}
        flash={revision}
      />
      <Says view={view} nodes={nodes} />
      <NodeDetail item={item} node={shown[looked]} />
      <Button
        size="compact-sm"
        variant="subtle"
        aria-expanded={asTable}
        onClick={toggle}
        className={styles.asTable}
      >
        {asTable ? words.hideTable : words.showTable}
      </Button>
      {asTable && <NetworkTable view={view} nodes={nodes} />}
    </ModelSection>
  );
}
