/** What connects a film with an answer that speaks for or against it; of two films, "both" and "one … the other". */
import { listed } from '../../format';

export const sameSeries = 'of the same series';
/** @param traits "Horror", "Sci-Fi", "1980s" */
export const both = (traits: readonly string[]) => `both: ${listed(traits)}`;
export const likeBoth = 'those who like one tend to like the other';
export const dislikeBoth = 'those who dislike one tend to dislike the other';
export const likeLess = 'those who like one tend to like the other less';
export const likeAfterAll = 'those who dislike one tend to like the other';
export const muchLikeIt = 'much like it';
export const likedBySame = 'liked by the same people';
export const likedByOthers = 'liked by other people';
export const seenBySame = 'seen by the same people';
export const seenByOthers = 'seen by other people';
export const manySmallWays = 'alike in many small ways';
