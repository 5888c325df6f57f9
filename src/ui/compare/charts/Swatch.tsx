import { Marker } from '../figures/Marker';
import { styleOf } from '../model-style';
import styles from './Swatch.module.css';

/** A model's line and marker, as in the charts. */
export function Swatch({ model }: { model: string }) {
  const { color, dash, marker } = styleOf(model);
  return (
    <svg
      width="30"
      height="14"
      viewBox="0 0 30 14"
      aria-hidden="true"
      focusable="false"
      className={styles.swatch}
    >
      <path d="M0 7H30" stroke={color} strokeWidth="2.2" strokeDasharray={dash} fill="none" />
      <Marker shape={marker} x={15} y={7} size={4} color={color} />
    </svg>
  );
}
