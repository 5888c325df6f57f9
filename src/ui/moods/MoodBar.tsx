import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import * as words from '../../words/en/moods/bar';
import { useApp } from '../common/app-context';
import { FilingSelect } from './FilingSelect';
import styles from './MoodBar.module.css';
import { MoodDialog } from './MoodDialog';

/** Which moods the list is drawn from: everything, one, or several together. */
export function MoodBar() {
  const { moods } = useApp();
  const { list, drawn, drawFrom } = useStore(moods);
  const [asking, setAsking] = useState(false);
  const toggle = (id: string) =>
    drawFrom(drawn.includes(id) ? drawn.filter((other) => other !== id) : [...drawn, id]);
  const choices = [
    { id: '', name: words.everything, chosen: drawn.length === 0, choose: () => drawFrom([]) },
    ...list.map(({ id, name }) => ({ id, name, chosen: drawn.includes(id), choose: () => toggle(id) })),
  ];
  return (
    <div className={styles.bar}>
      {list.length > 0 && (
        <fieldset className={styles.choice}>
          <legend className="visually-hidden">{words.drawFrom}</legend>
          {choices.map(({ id, name, chosen, choose }) => (
            <Button
              key={id}
              size="compact-sm"
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={choose}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {list.length === 0 ? words.addFirst : words.edit}
      </Button>
      <FilingSelect className={styles.filing} />
      {asking && <MoodDialog onClose={() => setAsking(false)} />}
    </div>
  );
}
