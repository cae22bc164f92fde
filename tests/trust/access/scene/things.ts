import type { Params } from '../rule';

/** What stands in the scene: for each noun and state, the parts of an address that name it. */
export class Things {
  private readonly all = new Map<string, Params>();

  keep(noun: string, state: string, params: Params): void {
    this.all.set(`${noun}: ${state}`, params);
  }

  /** A row about a noun of one state only says `always`. */
  find(noun: string | undefined, state: string): Params {
    if (noun === undefined) return {};
    const params = this.all.get(`${noun}: ${state}`);
    if (!params) throw new Error(`The scene has no ${noun} in the state “${state}”.`);
    return params;
  }
}
