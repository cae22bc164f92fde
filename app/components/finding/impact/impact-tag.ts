import { IMPACT_WORDS, type ImpactState } from '~/domain/ratings/impact/impact';
import type { TagColour } from '~/ui/content/tag';

const COLOURS: Record<ImpactState, TagColour> = { recorded: 'blue', released: 'green', withdrawn: 'red' };

export const impactTag = (state: ImpactState): { text: string; colour: TagColour } => ({
  text: IMPACT_WORDS[state],
  colour: COLOURS[state],
});
