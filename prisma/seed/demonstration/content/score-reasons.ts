/** What evaluators add to the remark about a bid, where they stand level with the middle, above or below it. */
export const REASONS = {
  level: [
    'That meets what the guidance asks at this level.',
    'I looked for a weakness behind it and found none that changes the score.',
    'The text says how, when and by whom, which is what I scored.',
    'I would have liked an example, but the point is made.',
    'Its own limits are stated, which I count for it.',
  ],
  above: [
    'I give this more weight than others may: the example in the second paragraph shows that it has been done before.',
    'The detail on what happens if it fails lifts it by one for me.',
    'It answers a doubt that I brought to the reading.',
  ],
  below: [
    'I am less sure: the text asserts more than it shows.',
    'One sentence on the alternative would have kept it a point higher.',
    'The time allowed for this looks short to me.',
  ],
} as const;

/** How a panel came to agree. */
export const AGREED = [
  'The lower score rested on a sentence that the panel read together; it is clear enough.',
  'Those who had scored higher accepted that the evidence is promised rather than shown.',
  'The panel went back to the guidance and settled on the level it describes.',
  'Two readings of the criterion were compared; the narrower one was taken for all bids.',
];
