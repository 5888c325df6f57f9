import * as words from '../../../words/en/compare/charts';
import { styleOf } from '../model-style';
import styles from './Legend.module.css';
import { Swatch } from './Swatch';

interface LegendProps {
  models: readonly string[];
  hidden: ReadonlySet<string>;
  /** Models that cannot be hidden. */
  fixed: readonly string[];
  onToggle(model: string): void;
  onFocus(model: string | null): void;
}

/** One legend for all charts: a press hides or shows a model, pointing at one brings it to the front. */
export function Legend({ models, hidden, fixed, onToggle, onFocus }: LegendProps) {
  return (
    <ul className={styles.legend} aria-label={words.systemsInCharts}>
      {models.map((model) => (
        <li key={model}>
          <button
            type="button"
            aria-pressed={!hidden.has(model)}
            disabled={fixed.includes(model)}
            title={fixed.includes(model) ? words.alwaysOnChart(model) : styleOf(model).says}
            onClick={() => onToggle(model)}
            onPointerEnter={() => onFocus(model)}
            onPointerLeave={() => onFocus(null)}
            onFocus={() => onFocus(model)}
            onBlur={() => onFocus(null)}
          >
            <Swatch model={model} />
            {model}
          </button>
        </li>
      ))}
    </ul>
  );
}
