/** Words for the stages at which people declare their interests. */
export const DECLARED_AT: Record<'publication' | 'opening' | 'award', string> = {
  publication: 'Before bids are opened',
  opening: 'At opening',
  award: 'At award',
};
