/** What a request is answered before the framework sees it. */
export type Refusal = { status: 400 | 403 | 405 | 411 | 413 | 415; reason: string };
