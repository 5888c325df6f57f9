/** How many films got which answer: above My ratings and in History. */

/** "12 liked, 3 so-so, 5 disliked"; so-so only where there is one. */
export const counts = (liked: number, soSo: number, disliked: number) =>
  `${liked} liked, ${soSo > 0 ? `${soSo} so-so, ` : ''}${disliked} disliked`;
