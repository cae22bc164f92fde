/** The steps of a request, as their page words them; `needs` is what the reader must be allowed. */
export const STEPS = {
  comment: {
    needs: 'comment',
    heading: 'Comment on the request',
    label: 'Your comment',
    hint: 'The one who asks and those who answer read it.',
    button: 'Add comment',
  },
  hold: {
    needs: 'answer',
    heading: 'Say that you look into it',
    label: 'What you wait for (optional)',
    hint: 'The thirty days of the request go on.',
    button: 'Hold it',
  },
  accept: {
    needs: 'answer',
    heading: 'Accept the request',
    label: 'What you want to say',
    hint: 'For a deletion this is the reason that everybody reads in the place of the finding.',
    button: 'Accept and carry it out',
  },
  decline: {
    needs: 'answer',
    heading: 'Decline the request',
    label: 'Why it is declined',
    hint: 'The one who asks reads this.',
    button: 'Decline it',
  },
  cancel: {
    needs: 'cancel',
    heading: 'Cancel your request',
    label: 'Why (optional)',
    hint: 'You can ask again.',
    button: 'Cancel the request',
  },
} as const;
export type StepName = keyof typeof STEPS;

export const stepNamed = (name: string | undefined): StepName | null =>
  name !== undefined && Object.hasOwn(STEPS, name) ? (name as StepName) : null;
