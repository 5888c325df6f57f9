/** The talk: why there is no race, where its worker gives no reason. */

export const calledOff = 'The race was called off.';
