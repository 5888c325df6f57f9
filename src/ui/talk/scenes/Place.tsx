/** Where a film stands, and where it stood. */
export function Place({ rank, was }: { rank: number | null; was?: number | null }) {
  if (rank === null) return <p className="talk-place">Rated: no longer in the list</p>;
  return (
    <p className="talk-place">
      Place {was !== undefined && <del className="talk-place-was tabular">{was}</del>}{' '}
      <strong className="talk-place-now tabular">{rank}</strong>
    </p>
  );
}
