import { expect, test } from 'vitest';
import { keywordName } from '../../src/data/traits/keyword-names';
import { bundledDataset, bundledModel } from '../fixtures/bundled';

const { catalogue } = bundledDataset();
const keywords = bundledModel().retina.bits.flatMap(({ family, label }) =>
  family === 'keyword' ? [label] : [],
);

/** Looked at and not shown: they embarrass, say nothing of a film, repeat a genre, or tell more of a person than of a film. */
const WITHHELD = [
  ...[
    'murder',
    'violence',
    'sex',
    'nudity',
    'female nudity',
    'male nudity',
    'drug',
    'alcohol',
    'suicide',
    'rape',
    'torture',
  ],
  ...[
    'dying and death',
    'death',
    'prostitute',
    'blood',
    'gore',
    'psychopath',
    'extramarital affair',
    'adultery',
    'infidelity',
  ],
  ...[
    'duringcreditsstinger',
    'aftercreditsstinger',
    '3d',
    'los angeles',
    'england',
    'party',
    'secret',
    'money',
    'fight',
  ],
  ...[
    'explosion',
    'hotel',
    'hospital',
    'airplane',
    'relationship',
    'daughter',
    'jealousy',
    'divorce',
    'obsession',
    'blackmail',
  ],
  ...['musical', 'war', 'romance', 'film noir', 'gay', 'teenager', 'doctor', 'holiday'],
];

test('keyword names: each keyword of the retina has a name or is withheld, not both', () => {
  expect(keywords).toHaveLength(120);
  for (const keyword of keywords)
    expect([keyword, keywordName(keyword) !== null]).toEqual([keyword, !WITHHELD.includes(keyword)]);
  expect(WITHHELD.filter((keyword) => !keywords.includes(keyword))).toEqual([]);
});

test('keyword names: none is a genre’s, a code word, or starts like a sentence', () => {
  for (const keyword of catalogue.keywords) {
    const name = keywordName(keyword);
    if (name === null) continue;
    expect(name).toMatch(/^[A-Za-z][A-Za-z -]+$/);
    expect(['musicals', 'war', 'romance', 'horror']).not.toContain(name.toLowerCase());
  }
});

test('keyword names: words of bodies, drugs and misfortune have none, whatever catalogue they come from', () => {
  for (const word of [
    'prostitution',
    'incest',
    'cocaine',
    'sexual abuse',
    'stripper',
    'homosexuality',
    'lesbian',
    'jewish',
  ])
    expect(keywordName(word)).toBeNull();
});
