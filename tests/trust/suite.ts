export interface SuiteOptions {
  /** A small version for `npm test`, of a minute at most. */
  sample: boolean;
  /** What is drawn is drawn again from the same seed. */
  seed?: number;
  /** How many sequences are played. */
  sequences?: number;
  /** Only secrets that have this word in their names. */
  secret?: string;
}

export interface SuiteResult {
  /** What was tried, in one line. */
  tried: string;
  /** Every figure that falls short; empty when the suite passes. */
  failures: string[];
}

export interface Suite {
  run: (options: SuiteOptions) => Promise<SuiteResult>;
}

/** Prints figures as they come and keeps what falls short. */
export class Findings {
  readonly failures: string[] = [];

  check(holds: boolean, text: string): void {
    console.log(`  ${holds ? 'ok  ' : 'FAIL'}  ${text}`);
    if (!holds) this.failures.push(text);
  }

  say(text: string): void {
    console.log(`  ${text}`);
  }
}
