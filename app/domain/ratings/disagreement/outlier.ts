/** Others who have to have rated the same before somebody can stand apart from them. */
export const FEWEST_OTHERS = 3;
/** From so far away of the mean of the others on, somebody is asked why. */
export const FAR = 2;
export const MOST_INVITED_A_NIGHT = 200;
