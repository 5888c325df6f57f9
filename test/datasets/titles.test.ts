import { describe, expect, it } from 'vitest';
import { nameSimilarity, titleKey, titleKeys, titleNames } from '../../datasets/collect/titles';

describe('title keys', () => {
  it.each([
    ['Matrix, The', 'The Matrix'],
    ['Haine, La', 'La haine'],
    ['Boot, Das', 'Das Boot'],
    ["Âge d'Or, L'", "L'âge d'or"],
    ['Los Amantes del Círculo Polar', 'Amantes del circulo polar'],
    ['Fast & Furious', 'Fast and Furious'],
    ['Rocky III', 'Rocky 3'],
    ['Two Mules for Sister Sara', '2 Mules for Sister Sara'],
    ['Dr. Strangelove', 'Dr Strangelove'],
    ['Spider-Man', 'Spider Man'],
    ['Brødre', 'Brodre'],
    ['Alien³', 'Alien 3'],
  ])('"%s" and "%s" share a key', (left, right) => {
    expect(titleKey(left)).toBe(titleKey(right));
    expect(titleKey(left)).not.toBe('');
  });

  it.each([
    ['Rocky II', 'Rocky III'],
    ['Malcolm X', 'Malcolm 10'],
    ['Alien', 'Aliens'],
    ['V for Vendetta', '5 for Vendetta'],
    ['The', 'A'],
  ])('"%s" and "%s" differ', (left, right) => {
    expect(titleKey(left)).not.toBe(titleKey(right));
  });

  it('takes names out of brackets', () => {
    expect(titleNames('Seven (a.k.a. Se7en)')).toEqual(['Seven', 'Seven (a.k.a. Se7en)', 'Se7en']);
    expect(titleKeys('Hidden (a.k.a. Cache) (Caché)')).toEqual(['hidden', 'hiddenakacachecache', 'cache']);
  });

  it('measures likeness', () => {
    expect(
      nameSimilarity('Star Wars: Episode V - The Empire Strikes Back', 'The Empire Strikes Back'),
    ).toBeGreaterThan(0.5);
    expect(nameSimilarity('Grindhouse', 'The Reaping')).toBeLessThan(0.3);
  });
});
