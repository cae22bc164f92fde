/** Why a program is not answered as it asked; each has its place on the page about the API. */
export const PROBLEMS = {
  unreadable: { status: 400, title: 'The request cannot be read' },
  unknownAddress: { status: 400, title: 'The address has a parameter that cannot be read' },
  noToken: { status: 401, title: 'A token is needed' },
  badToken: { status: 401, title: 'The token is not valid' },
  denied: { status: 403, title: 'You may not do this' },
  scopeMissing: { status: 403, title: 'The token is not for this' },
  absent: { status: 404, title: 'There is no such thing' },
  method: { status: 405, title: 'This is not done here' },
  notAcceptable: { status: 406, title: 'There is no answer in that format' },
  stale: { status: 409, title: 'Something changed in the meantime' },
  tooLarge: { status: 413, title: 'The request is too large' },
  notJson: { status: 415, title: 'Only JSON is read here' },
  invalid: { status: 422, title: 'Something is missing or wrong' },
  tooMany: { status: 429, title: 'There were too many requests' },
  fault: { status: 500, title: 'Something went wrong here' },
  away: { status: 503, title: 'Soundings cannot answer at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof PROBLEMS;

/** One field that is wrong: where it stands in what was sent, and the words that the pages show beside it. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Names the request in the log of the installation. */
  reference: string;
  errors?: FieldProblem[];
}

export const problemDetails = (
  kind: ProblemKind,
  detail: string,
  reference: string,
  errors?: FieldProblem[],
): ProblemDetails => ({
  type: `/about/api#${kind}`,
  ...PROBLEMS[kind],
  detail,
  reference,
  ...(errors ? { errors } : {}),
});

/** Thrown where a request ends before its operation. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly more: { errors?: FieldProblem[]; headers?: Record<string, string> };

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { errors?: FieldProblem[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.kind = kind;
    this.more = more;
  }
}
