import { STATE_WORDS, type Confidence, type FindingState } from '~/domain/knowledge/finding';
import type { TagColour } from '~/ui/content/tag';

const COLOURS: Record<FindingState, TagColour> = {
  draft: 'grey',
  submitted: 'blue',
  returned: 'yellow',
  declined: 'red',
  published: 'green',
  superseded: 'orange',
  retracted: 'red',
};

/** The state of a finding for the line over its title. */
export const findingTag = (state: FindingState): { text: string; colour: TagColour } => ({
  text: STATE_WORDS[state],
  colour: COLOURS[state],
});

const CONFIDENCE: Record<Confidence, string> = {
  low: 'Low confidence',
  moderate: 'Moderate confidence',
  high: 'High confidence',
};

export const confidenceWords = (confidence: Confidence | null): string =>
  confidence ? CONFIDENCE[confidence] : 'Not yet appraised';
