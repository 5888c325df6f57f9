/** The metrics and columns of Compare, for the researcher. Each clause stands after a colon or a comma, or alone. */

/** The main metrics: a name, and what it measures. */
export const within1Star = 'within 1 star';
export const within1StarSays = 'share of predictions at most one star off, mean over users';
export const rmse = 'RMSE';
export const rmseSays = 'root mean squared error in stars, pooled';
export const auc = 'AUC';
export const aucSays = 'chance that a like is ranked above a film not liked, mean over users';
export const ndcg10 = 'nDCG@10';
export const ndcg10Says = 'gain of likes in a list of ten, mean over users';

/** What other columns say. */
export const mae = 'mean absolute error in stars, pooled';
export const likeAccuracy =
  'share of likes (4 stars and more) rightly told, predicted from 3.75 on, mean over users';
export const within1StarMedian = 'the median of that over users';
export const within1StarRatings = 'that share over all test ratings';
export const recall10 = 'share of the later likes that a list of ten holds, mean over users';
export const tailNdcg10 =
  'nDCG@10 in which a film counts for less the more training users like it: famous films earn little';
export const fameShare =
  'share of the ten that are among the 50 films most liked by training users: the lower, the fewer famous films';
export const coverage = 'share of all films that stand on anybody’s list';
export const novelty = 'how few people rated the listed films: mean −log2 of their share';
export const diversity = 'how little two films of a list share in genres, mean over pairs';
export const calibrationError =
  'how far the match figure is from the share liked: expected calibration error, 10 bins';
export const sureLiked = 'share liked of the films whose match figure is above .95';
export const fitMs = 'milliseconds for everything shared, all folds';
export const trainMs = 'milliseconds to learn a user';
export const predictMs = 'milliseconds to answer for a user';
