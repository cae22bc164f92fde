/** What has to be there before the first question, in the order in which it is done. */
export const FIRST_STEPS = {
  coordinator: {
    name: 'Invite a coordinator',
    what: 'Coordinators publish findings, let people in and keep the lists. Without one nothing is published.',
  },
  team: {
    name: 'Set up a team',
    what: 'Choose its organisation, then “Set up a team”. Teams ask questions together.',
  },
  members: {
    name: 'Invite its author and its senior responsible owner',
    what: 'Two people: nobody approves what they wrote. To take bids, also a budget holder, a moderator and two or three evaluators.',
  },
  experts: {
    name: 'Invite experts',
    what: 'Tick “Begin an expert profile”. They are found once they have chosen threat areas and listed themselves.',
  },
} as const;
export type FirstStep = keyof typeof FIRST_STEPS;
export const firstStepNames = Object.keys(FIRST_STEPS) as FirstStep[];

export const stepsToDo = (done: Record<FirstStep, boolean>): FirstStep[] =>
  firstStepNames.filter((step) => !done[step]);
