/** My model: what it has learned, read out of its cells. Loaded with the screen. */
import { plural } from '../../format';

export const title = 'What it has learned';
export const goFor = 'You go for';
export const goForEmpty = 'Nothing stands out yet. Like a few films that have something in common.';
export const avoid = 'You avoid';
export const avoidEmpty = 'Nothing stands out yet. Dislikes teach it what to leave out.';
export const memoryEmpty = <Part>(link: (text: string) => Part) => [
  'Nothing yet: its memory is empty. ',
  link('Rate a few films'),
  ', or like one in the picture below, and watch it learn.',
];

/**
 * What a trait rests on: "from 5 films, though you disliked 1"; "a guess, from 1 film".
 * @param films with the trait that one liked, for what is liked; that one disliked, for what is disliked
 * @param against films with the trait of which the contrary was said
 */
export const restsOn = (side: 'liked' | 'disliked', films: number, against: number, guess: boolean) =>
  `${guess ? 'a guess, ' : ''}from ${films} ${plural(films, { one: 'film', other: 'films' })}${
    against > 0 ? `, though you ${side === 'liked' ? 'disliked' : 'liked'} ${against}` : ''
  }`;

export const howRead = 'How this is read out of the memory';
/** @param emphasis draws the term of the papers */
export const howReadMore = <Part>(emphasis: (text: string) => Part) => [
  'Not from the list of your ratings: from the memory cells alone. Each node looks at a few facts about a film, and those facts choose the cell your click is written to. Adding up what stands in all cells whose address says “Horror”, over all nodes that look at Horror, gives back how much of what you like is horror: the network’s ',
  emphasis('mental image'),
  ' (DRASiW; Grieco, De Gregorio and others, 2010). A trait is strong when its share of your likes is above its share of everybody’s likes, or its share of your dislikes below; two films’ worth of doubt keep a lucky hit small. Take a rating back, and the image is exactly what it was before.',
];
export const everyTrait = 'Every trait the nodes can tell; strength above 0: you lean to it';
export const headTrait = 'trait';
export const headStrength = 'strength';
export const headOfLikes = 'of your likes';
export const headOfPublic = 'of everybody’s';
export const headOfDislikes = 'of your dislikes';
export const headLiked = 'liked';
export const headDisliked = 'disliked';
export const percent = (points: number) => `${points} %`;
