import styles from './Place.module.css';
/** Where a film stands, and where it stood. */
export function Place({ rank, was }: { rank: number | null; was?: number | null }) {
  if (rank === null) return <p className={styles.place}>Rated: no longer in the list</p>;
  return (
    <p className={styles.place}>
      Place {was !== undefined && <del className={`${styles.was} tabular`}>{was}</del>}{' '}
      <strong className={`${styles.now} tabular`} data-testid="place">
        {rank}
      </strong>
    </p>
  );
}
