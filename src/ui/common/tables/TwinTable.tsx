import { Scroll } from './Scroll';

interface TwinTableProps {
  caption: string;
  heads: string[];
  rows: { name: string; cells: string[] }[];
}

/** The table that says the same as a chart. */
export function TwinTable({ caption, heads, rows }: TwinTableProps) {
  return (
    <Scroll label={caption}>
      <table className="data-table tabular">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} className={index === 0 ? undefined : 'data-figure'}>
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
                <td key={heads[index + 1]} className="data-figure">
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
