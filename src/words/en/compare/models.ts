/** What each system is, for whoever compares them: below its name among the settings, and where the legend is pointed at. */

export const constant = 'Four stars for every film. What is not above it has learned nothing.';
export const userConstant = 'For each user the one answer that fits their training part best.';
export const popularity = 'What most people rated and liked, the same for everyone.';
export const bias = 'Global mean, plus how good the film is, plus how generous the user is.';
export const wnn = 'The personal weightless network of this app, on public facts about films alone.';
export const hybrid = 'The weightless network, augmented by codes learned from other people’s ratings.';
export const wnnPaper = 'The paper’s neural state machine: a reconstruction, since its source is not public.';
export const weightedPaper =
  'The paper’s weighted network: a small perceptron per user, trained by backpropagation.';
export const cfPaper = 'The paper’s neural collaborative filtering, trained on all users at once.';
export const ridge = 'Ridge regression per user, in closed form, on the same bits as the weightless network.';
export const itemKnn = 'Films rated alike by many people, weighted by what this user thought of them.';
export const userKnn = 'People who rated alike, and what they thought of the film.';
export const mf = 'Matrix factorization by alternating least squares; a new user is folded in.';
export const ease = 'A linear item-to-item model in closed form (Steck 2019), made for lists.';
export const popularLately =
  'What most people liked around the time of the user’s last click, whatever the user likes.';
export const wisard = 'The classic weightless network: random tuples, two discriminators, bleaching.';
export const bthowen = 'Counting Bloom filters for RAM nodes (PACT 2022), as published: it cannot forget.';
export const bthowenCounting = 'The same with plain counters, which can be counted down again.';
export const cfPaperLeporid = 'The paper’s neural collaborative filtering, its embeddings started well.';
export const weightedTuned =
  'The paper’s weighted network given its best: trained on everybody, then tuned to the user.';
export const ftrl =
  'Follow-the-regularized-leader, the industry’s standard for clicks: one step a click, never taken back.';
export const ridgePrior =
  'Ridge regression toward the weights that people like to have, learned from other users.';
export const ridgePriorCodes = 'The same, with codes learned from other people’s ratings.';
export const easeRecent = 'EASE that lets older clicks count less.';
export const easeRecentTail = 'The same, chosen for lists that are not all famous films.';
export const rp3beta = 'A random walk over people and films, popular films held back.';
export const gfCf = 'Graph convolution in closed form: two low-pass filters of the user’s likes.';
export const ials = 'Factors of likes by alternating least squares, tuned as its critics ask.';
