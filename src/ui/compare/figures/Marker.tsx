import type { Marker as MarkerShape } from '../model-style';

interface MarkerProps {
  shape: MarkerShape;
  x: number;
  y: number;
  /** Half the width. */
  size?: number;
  color: string;
  hollow?: boolean;
}

/** A data point, told apart by shape as well as by colour. */
export function Marker({ shape, x, y, size = 4.5, color, hollow = false }: MarkerProps) {
  const paint = {
    fill: hollow ? 'var(--surface-raised)' : color,
    stroke: color,
    strokeWidth: hollow ? 1.8 : 1,
  };
  const s = size;
  switch (shape) {
    case 'square':
      return <rect x={x - s * 0.9} y={y - s * 0.9} width={s * 1.8} height={s * 1.8} {...paint} />;
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - s * 1.25}L${x + s * 1.25} ${y}L${x} ${y + s * 1.25}L${x - s * 1.25} ${y}Z`}
          {...paint}
        />
      );
    case 'triangle':
      return <path d={`M${x} ${y - s * 1.15}L${x + s * 1.1} ${y + s * 0.85}H${x - s * 1.1}Z`} {...paint} />;
    case 'cross':
      return (
        <path
          d={`M${x - s} ${y - s}L${x + s} ${y + s}M${x + s} ${y - s}L${x - s} ${y + s}`}
          fill="none"
          stroke={color}
          strokeWidth={2}
        />
      );
    default:
      return <circle cx={x} cy={y} r={s} {...paint} />;
  }
}
