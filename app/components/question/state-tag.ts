import { stateLabel, type QuestionOutcome, type QuestionState } from '~/domain/questions/question';
import type { TagColour } from '~/ui/content/tag';

const COLOURS: Record<QuestionState, TagColour> = {
  draft: 'grey',
  returned: 'orange',
  setAside: 'grey',
  awaitingApproval: 'yellow',
  open: 'green',
  clarificationsClosed: 'green',
  closed: 'blue',
  opened: 'blue',
  inEvaluation: 'blue',
  decided: 'purple',
  inDelivery: 'teal',
  answered: 'teal',
  withdrawn: 'red',
};

/** The state of a question for a tag: colour repeats what the words say. */
export const stateTag = (state: QuestionState, outcome: QuestionOutcome | null) => ({
  text: stateLabel(state, outcome),
  colour: COLOURS[state],
});
