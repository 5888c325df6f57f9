import { Scroll } from './Scroll';
import table from './table.module.css';

interface TwinTableProps {
  caption: string;
  heads: string[];
  rows: { name: string; cells: string[] }[];
}

/** The table that says the same as a chart. */
export function TwinTable({ caption, heads, rows }: TwinTableProps) {
  return (
    <Scroll label={caption}>
      <table className={`${table.table} tabular`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} data-figure={index > 0 || undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={heads[index + 1]} data-figure>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
